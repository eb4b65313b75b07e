package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.queued;
import static io.jobhandler.internal.session.QueueFixture.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When the document of a job is waited for and when it is asked for: a notification brings only the
 * job at the head of the service's list.
 */
class ThingQueueRoomTest {
  private final QueueFixture fixture = new QueueFixture(2).connected();
  private final FakeQueueService service = fixture.service;

  @Test
  void aJobBehindOneOfOursIsDescribedAtOnce() {
    fixture.running("job-1");
    fixture.notify(List.of(), "job-1", "job-2");
    assertThat(service.described()).containsExactly("job-2");

    fixture.describe();
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
  }

  @Test
  void aJobBehindOneOfOursThatIsListedAsBegunIsDescribedAtOnce() {
    fixture.running("job-1");
    fixture.notify(summaries("job-1"), "job-2");

    assertThat(service.described()).containsExactly("job-2");
  }

  @Test
  void noneIsLetGoBehindOneThatHasTheQueueClosed() {
    fixture.queue.hold(true);
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.onBegin = job -> fixture.queue.close();
    fixture.resume("job-3");
    fixture.resume("job-4");
    fixture.queue.hold(false);

    assertThat(fixture.begunJobs()).containsExactly("job-3");
  }

  @Test
  void aJobBehindAnotherAgentsIsDescribedAtOnce() {
    fixture.notify(summaries("theirs"), "job-1");

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aJobBehindOneThatWaitsHereIsDescribedAtOnce() {
    fixture.queue.park(TestJobs.key("old"));
    fixture.notify(summaries("old"), "job-1");

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aJobBehindOneThatIsLeftToAnotherAgentIsDescribedAtOnce() {
    fixture.running("theirs");
    fixture.queue.onLeft(TestJobs.key("theirs"));
    fixture.notify(List.of(), "theirs", "job-1");

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void theJobThatIsAtTheHeadWhenThoseBeforeItAreOverIsWaitedFor() {
    fixture.running("job-1").running("job-2");
    fixture.notify(summaries("job-1", "job-2"), "job-3");
    fixture.queue.hold(true);
    fixture.over("job-1");
    fixture.over("job-2");
    fixture.queue.hold(false);
    fixture.manual.advance(PATIENCE.minusNanos(1));
    assertThat(service.described()).isEmpty();

    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(service.described()).containsExactly("job-3");
  }

  @Test
  void theJobThatIsFirstInTheQueueWhenThoseBeforeItAreOverIsWaitedFor() {
    QueueFixture narrow = new QueueFixture(1).connected();
    narrow.notify(List.of(), "job-1", "job-2");
    narrow.notifyNext("job-1");
    narrow.over("job-1");
    narrow.manual.advance(PATIENCE.minusNanos(1));
    assertThat(narrow.service.described()).isEmpty();

    narrow.manual.advance(Duration.ofNanos(1));
    assertThat(narrow.service.described()).containsExactly("job-2");
  }

  @Test
  void theHeadOfAListThatWasAskedForIsNotWaitedFor() {
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(Duration.ofSeconds(1));
    fixture.queue.onConnected();
    fixture.manual.advance(QueueFixture.RECONNECT_JITTER);
    service.answerQueued("job-1");

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aListThatIsAskedForEndsTheWaitForTheHead() {
    QueueFixture narrow = new QueueFixture(1);
    narrow.queue.onConnected();
    narrow.manual.runDue();
    narrow.notify(List.of(), "job-1");
    narrow.service.answerQueued("job-1");
    assertThat(narrow.service.described()).containsExactly("job-1");

    narrow.describe();
    narrow.manual.advance(PATIENCE);
    assertThat(narrow.begunJobs()).containsExactly("job-1");
    assertThat(narrow.service.described()).hasSize(1);
  }

  @Test
  void theWaitForTheHeadIsOverWhenAnotherJobBegins() {
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(Duration.ofSeconds(1));
    fixture.queue.park(TestJobs.key("old"));
    fixture.resume("old");
    fixture.manual.advance(Duration.ofSeconds(1));

    // It began to wait anew, since there is still room.
    assertThat(service.described()).isEmpty();
    fixture.manual.advance(Duration.ofSeconds(1));
    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void describesOneAfterTheOtherAsLongAsThereIsRoom() {
    QueueFixture wide = new QueueFixture(3).connected("job-1", "job-2", "job-3", "job-4");
    assertThat(wide.service.described()).containsExactly("job-1");
    wide.describe();
    assertThat(wide.service.described()).containsExactly("job-1", "job-2");
    wide.describe();
    wide.describe();

    assertThat(wide.begunJobs()).containsExactly("job-1", "job-2", "job-3");
    assertThat(wide.service.described()).containsExactly("job-1", "job-2", "job-3");
  }

  @Test
  void whatWaitsWithItsDocumentIsNotDescribedAgain() {
    fixture.turns.put("job-1", Turn.LATER);
    fixture.turns.put("job-2", Turn.LATER);
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.manual.advance(PATIENCE);
    fixture.describe();
    fixture.describe();
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.queue.lookAgain();
    fixture.manual.advance(PATIENCE);

    assertThat(service.described()).containsExactly("job-1", "job-2");
  }

  @Test
  void aDescriptionThatFailsKeepsThePlaceOfItsJob() {
    fixture.running("job-0");
    fixture.notify(List.of(), "job-0", "job-1", "job-2");
    service.failDescription(Refusals.lost());
    fixture.over("job-0");
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.manual.advance(PATIENCE.minusNanos(1));
    assertThat(service.described()).containsExactly("job-1");

    fixture.manual.advance(Duration.ofNanos(1));
    service.answerQueued("job-1", "job-2");
    assertThat(service.described()).containsExactly("job-1", "job-1");
    fixture.describe();
    fixture.describe();
    assertThat(fixture.begunJobs()).containsExactly("job-0", "job-1", "job-2");
  }

  @Test
  void aJobThatANotificationBringsWhileItIsDescribedBeginsOnce() {
    QueueFixture listed = new QueueFixture(2).connected("job-1");
    listed.notifyNext("job-1");
    listed.describe();

    assertThat(listed.begunJobs()).containsExactly("job-1");
  }

  @Test
  void theDescriptionOfAJobThatAnotherAgentHasBegunLetsTheNextOneGo() {
    fixture.notify(summaries("theirs"), "job-1", "job-2");
    service.answerDescription(TestJobs.execution("job-1", JobStatus.IN_PROGRESS));
    assertThat(service.described()).containsExactly("job-1", "job-2");

    service.answerDescription(queued("job-2"));
    assertThat(fixture.begunJobs()).containsExactly("job-2");
  }
}

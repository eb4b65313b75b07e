package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notifications that come twice, late or in another order, while a handler runs and after. */
class StaleNotificationsTest {
  private final QueueFixture fixture = new QueueFixture(1).connected().running("job-1");
  private final FakeQueueService service = fixture.service;

  @Test
  @DisplayName("Edge case 5: a notification that still names the running job is no cancellation")
  void theRunningJobAtTheHeadChangesNothing() {
    fixture.notifyNext("job-1");
    fixture.notifyNext(TestJobs.execution("job-1", JobStatus.IN_PROGRESS));
    fixture.notify(List.of(), "job-1");
    fixture.notify(summaries("job-1"));
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(fixture.gone).isEmpty();
    assertThat(service.described()).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  @DisplayName("Edge case 6: the same execution is told of twice, each time with another document")
  void theDocumentDoesNotIdentifyAnExecution() {
    fixture.notifyNext(
        TestJobs.execution(
            "job-1",
            JobStatus.QUEUED,
            1,
            JobDocument.of("{\"operation\":\"x\",\"url\":\"https://s3/f?X-Amz-Signature=2\"}")));
    fixture.over("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1");
  }

  @Test
  void aListFromBeforeTheJobWasQueuedInterruptsNothing() {
    fixture.notify(List.of());
    service.answerDescription(TestJobs.execution("job-1", JobStatus.IN_PROGRESS));

    assertThat(fixture.gone).isEmpty();
    assertThat(fixture.begunJobs()).containsExactly("job-1");
  }

  @Test
  void anEmptyHeadInterruptsNothing() {
    fixture.notifyNext((JobExecution) null);

    assertThat(service.described()).isEmpty();
    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void aJobThatAnOldListLeavesOutIsAskedForOnceMore() {
    fixture.notify(summaries("job-1"), "job-2");
    fixture.notify(summaries("job-1"));
    fixture.over("job-1");
    fixture.manual.advance(PATIENCE);
    service.answerQueued("job-2");
    fixture.describe();

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  @DisplayName("Edge case 3: the service's answer is empty just after a job was queued")
  void aJobThatAnAskedListDoesNotNameYetIsAskedForOnceMore() {
    QueueFixture idle = new QueueFixture(1);
    idle.queue.onConnected();
    idle.manual.runDue();
    idle.notify(List.of(), "job-1");
    idle.service.answerQueued();
    idle.manual.advance(PATIENCE.minusNanos(1));
    assertThat(idle.service.asked()).isEqualTo(1);
    idle.manual.advance(Duration.ofNanos(1));
    assertThat(idle.service.asked()).isEqualTo(2);

    idle.service.answerQueued("job-1");
    idle.describe();
    assertThat(idle.begunJobs()).containsExactly("job-1");
  }

  @Test
  void aJobThatWasCancelledWhileItWaitedIsAskedForOnceMoreAndNoMore() {
    fixture.notify(summaries("job-1"), "job-2");
    fixture.notify(summaries("job-1"));
    fixture.manual.advance(PATIENCE);
    service.answerList(summaries("job-1"), List.of());
    fixture.manual.advance(PATIENCE.multipliedBy(10));

    assertThat(service.asked()).isEqualTo(2);
    assertThat(fixture.waiting).isEmpty();
  }

  @Test
  void aJobThatAnotherAgentHasBegunIsNotAskedFor() {
    fixture.notify(summaries("job-1"), "job-2");
    fixture.notify(summaries("job-1", "job-2"));
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(1);
    assertThat(fixture.waiting).isEmpty();
  }

  @Test
  void anOldHeadDoesNotComeBackWhereItIsDescribedAsOver() {
    fixture.over("job-1");
    fixture.notify(List.of(), "job-0");
    fixture.manual.advance(PATIENCE);
    service.failDescription(Refusals.refused(RejectedErrorCode.TERMINAL_STATE_REACHED));

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(fixture.waiting).isEmpty();
  }

  @Test
  void aJobThatCannotBeBegunIsNotTriedEveryOtherSecond() {
    fixture.queue.onDropped(TestJobs.key("job-1"));
    fixture.manual.advance(PATIENCE);
    assertThat(service.asked()).isEqualTo(2);
    service.answerQueued("job-1");
    fixture.describe();
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-1");

    fixture.queue.onDropped(TestJobs.key("job-1"));
    fixture.manual.advance(Duration.ofSeconds(30).minusNanos(1));
    assertThat(service.asked()).isEqualTo(2);
    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(service.asked()).isEqualTo(3);
  }
}

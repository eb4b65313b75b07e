package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which jobs a queue lets go, once each and in which order. */
class ThingQueueTest {
  private final QueueFixture fixture = new QueueFixture(1);
  private final FakeQueueService service = fixture.service;

  @Test
  void ignoresDuplicatesOfARunningJob() {
    fixture.connected().running("job-1");
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1");
    fixture.queue.onConnected();
    fixture.manual.advance(Duration.ofSeconds(15));
    service.answerQueued("job-1");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(service.described()).isEmpty();
  }

  @Test
  void ignoresLateNotificationsOfAFinishedJob() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(Duration.ofSeconds(1));

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(service.described()).isEmpty();
  }

  @Test
  void runsALaterExecutionOfAFinishedJob() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext(TestJobs.execution("job-1", JobStatus.QUEUED, 2, TestJobs.DOCUMENT));

    assertThat(fixture.begun).last().extracting(QueuedJob::key).isEqualTo(TestJobs.key("job-1", 2));
  }

  @Test
  void runsAJobThatWasMadeAgainInTheSameSecondOnceTheServiceDescribesIt() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.manual.advance(PATIENCE);
    service.answerQueued("job-1");
    fixture.manual.runDue();
    assertThat(fixture.begunJobs()).containsExactly("job-1");

    service.answerDescription(queued("job-1"));
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-1");
  }

  @Test
  void aListThatIsOlderThanTheEndOfAJobDoesNotRunItAgain() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.manual.advance(PATIENCE);
    service.answerQueued("job-1");
    fixture.manual.runDue();
    service.answerDescription(TestJobs.execution("job-1", JobStatus.SUCCEEDED));
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aJobThatWasNotBegunMayComeAgain() {
    fixture.connected().running("job-1");
    fixture.queue.onDropped(TestJobs.key("job-1"));
    fixture.notifyNext("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-1");
  }

  @Test
  void aJobThatIsLeftToAnotherAgentDoesNotComeAgain() {
    fixture.connected().running("job-1").running("job-2");
    fixture.queue.onLeft(TestJobs.key("job-1"));
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");

    fixture.over("job-2");
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(PATIENCE);
    service.answerQueued("job-1");
    fixture.manual.advance(PATIENCE);
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
    assertThat(service.described()).isEmpty();
  }

  @Test
  void keepsTheOrderOfTheList() {
    fixture.connected("job-1", "job-2", "job-3");
    fixture.manual.runDue();
    service.answerDescription(queued("job-1"));
    fixture.over("job-1");
    fixture.manual.advance(PATIENCE);
    service.answerQueued("job-2", "job-3");
    service.answerDescription(queued("job-2"));
    fixture.over("job-2");
    fixture.manual.advance(PATIENCE);
    service.answerQueued("job-3");
    service.answerDescription(queued("job-3"));

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2", "job-3");
  }

  @Test
  void whatIsNextGoesFirst() {
    fixture.connected().running("job-1");
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.notifyNext("job-0");
    fixture.over("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-0");
  }

  @Test
  void letsGoOfAsManyAsThereIsRoomFor() {
    QueueFixture wide = new QueueFixture(2).connected();
    wide.running("job-1").running("job-2").running("job-3");
    assertThat(wide.begunJobs()).containsExactly("job-1", "job-2");

    wide.over("job-1");
    assertThat(wide.begunJobs()).containsExactly("job-1", "job-2", "job-3");
  }

  @Test
  void aListOfTenMayBeIncompleteAndDropsNothing() {
    fixture.connected().running("job-0");
    fixture.notifyNext("job-11");
    fixture.notify(List.of(), QueueFixture.jobs(1, 10));
    fixture.notify(List.of(), QueueFixture.jobs(2, 11));
    fixture.over("job-0");
    fixture.manual.advance(PATIENCE);

    assertThat(service.described()).containsExactly("job-2");
  }

  @Test
  void aCompleteListDropsWhatItDoesNotName() {
    fixture.connected().running("job-0");
    fixture.notifyNext("job-1");
    fixture.notify(QueueFixture.summaries("job-0"));
    fixture.over("job-0");

    assertThat(fixture.begunJobs()).containsExactly("job-0");
  }
}

package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.POLL;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThingQueueTest {
  private final QueueFixture fixture = new QueueFixture(1);
  private final FakeQueueService service = fixture.service;

  private static JobExecution queued(String jobId) {
    return TestJobs.execution(jobId, JobStatus.QUEUED);
  }

  @Test
  void asksForTheListAsSoonAsItIsConnected() {
    fixture.queue.onConnected();
    fixture.manual.runDue();

    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void spreadsTheQuestionAfterAReconnect() {
    fixture.connected();
    fixture.queue.onConnected();
    fixture.manual.advance(Duration.ofSeconds(15).minusNanos(1));
    assertThat(service.asked()).isEqualTo(1);

    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksEveryNowAndThenInAnyCase() {
    fixture.connected();
    for (int i = 2; i < 5; i++) {
      fixture.manual.advance(POLL);
      assertThat(service.asked()).isEqualTo(i);
      service.answerQueued();
    }
  }

  @Test
  void asksAgainWhenTheListIsNotToBeHad() {
    fixture.queue.onConnected();
    fixture.manual.runDue();
    service.failList(Refusals.lost());
    fixture.manual.advance(Duration.ofSeconds(30));

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksForTheDocumentOfWhatTheListNames() {
    fixture.connected("job-1", "job-2");
    fixture.manual.runDue();
    assertThat(service.described()).containsExactly("job-1");

    service.answerDescription(queued("job-1"));
    assertThat(fixture.begun)
        .containsExactly(new QueuedJob(TestJobs.key("job-1"), 1, Map.of(), TestJobs.DOCUMENT));
  }

  @Test
  void aNotificationThatCarriesTheJobNeedsNoRequest() {
    fixture.connected();
    fixture.notifyNext("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(service.described()).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void theListGivesTheNotificationTimeToBringTheJob() {
    fixture.connected();
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(PATIENCE.minusNanos(1));
    fixture.notifyNext("job-1");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(service.described()).isEmpty();
  }

  @Test
  void asksForTheJobThatNoNotificationBrings() {
    fixture.connected();
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(Duration.ofSeconds(1));
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.manual.advance(Duration.ofSeconds(1));
    assertThat(service.described()).containsExactly("job-1");

    service.answerDescription(queued("job-1"));
    assertThat(fixture.begunJobs()).containsExactly("job-1");
  }

  @Test
  void findsItsJobBehindOneThatAnotherAgentRuns() {
    fixture.connected();
    fixture.notifyNext(TestJobs.execution("theirs", JobStatus.IN_PROGRESS));
    fixture.notify(QueueFixture.summaries("theirs"), "job-1");
    fixture.manual.advance(PATIENCE);
    service.answerDescription(queued("job-1"));

    assertThat(fixture.begunJobs()).containsExactly("job-1");
  }

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
  void asksWhatIsNextWhereTheEndOfAJobBringsNoNotification() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.manual.advance(PATIENCE.minusNanos(1));
    assertThat(service.asked()).isEqualTo(1);
    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksNothingWhereTheEndOfAJobBringsTheNext() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext("job-2");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
    assertThat(service.asked()).isEqualTo(1);
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
  void anEmptyHeadMeansNothing() {
    fixture.connected();
    fixture.notifyNext((JobExecution) null);
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void asksForAJobThatCameWithoutItsDocument() {
    fixture.connected();
    fixture.notifyNext(TestJobs.execution("job-1", JobStatus.QUEUED, 1, null));
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void dropsWhatTheServiceDescribesWithoutADocument() {
    fixture.connected("job-1");
    fixture.manual.runDue();
    service.answerDescription(TestJobs.execution("job-1", JobStatus.QUEUED, 1, null));

    assertThat(fixture.begun).isEmpty();
  }

  @Test
  void goesOnWhereNothingIsDescribed() {
    fixture.connected("job-1", "job-2");
    fixture.manual.runDue();
    service.answerDescription(null);
    fixture.manual.runDue();

    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).containsExactly("job-1", "job-2");
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"IN_PROGRESS", "CANCELED", "SUCCEEDED", "UNKNOWN"})
  void goesOnWhereTheJobIsNoLongerQueued(JobStatus status) {
    fixture.connected("job-1", "job-2");
    fixture.manual.runDue();
    service.answerDescription(TestJobs.execution("job-1", status));
    fixture.manual.runDue();
    service.answerDescription(queued("job-2"));

    assertThat(fixture.begunJobs()).containsExactly("job-2");
  }

  @Test
  void doesNotRunALaterExecutionInPlaceOfTheListedOne() {
    fixture.connected("job-1");
    fixture.manual.runDue();
    service.answerDescription(TestJobs.execution("job-1", JobStatus.QUEUED, 2, TestJobs.DOCUMENT));

    assertThat(fixture.begun).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"RESOURCE_NOT_FOUND", "TERMINAL_STATE_REACHED"})
  void goesOnWhereTheJobIsGone(RejectedErrorCode code) {
    fixture.connected("job-1", "job-2");
    fixture.manual.runDue();
    service.failDescription(Refusals.refused(code));
    fixture.manual.runDue();

    assertThat(service.described()).containsExactly("job-1", "job-2");
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"REQUEST_THROTTLED", "INTERNAL_ERROR"})
  void asksAgainLaterAndKeepsTheOrderWhereTheServiceIsBusy(RejectedErrorCode code) {
    fixture.connected("job-1", "job-2");
    fixture.manual.runDue();
    service.failDescription(Refusals.refused(code));
    fixture.manual.runDue();
    assertThat(service.described()).containsExactly("job-1");

    fixture.manual.advance(Duration.ofSeconds(30));
    service.answerQueued("job-1", "job-2");
    fixture.manual.runDue();
    assertThat(service.described()).containsExactly("job-1", "job-1");
  }

  @Test
  void asksForTheListAgainWhereTheDescriptionIsLost() {
    fixture.connected("job-1");
    fixture.manual.runDue();
    service.failDescription(Refusals.lost());
    fixture.manual.advance(Duration.ofSeconds(30));

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void describesOneJobAtATime() {
    fixture.connected("job-1", "job-2");
    fixture.manual.runDue();
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.manual.advance(PATIENCE);

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void asksForNothingThatHasVanishedMeanwhile() {
    fixture.connected();
    fixture.notify(List.of(), "job-1");
    fixture.notify(List.of());
    fixture.manual.advance(PATIENCE);

    assertThat(service.described()).isEmpty();
  }

  @Test
  void ignoresTheDescriptionOfWhatHasVanishedMeanwhile() {
    fixture.connected("job-1");
    fixture.manual.runDue();
    fixture.notify(List.of());
    service.answerDescription(queued("job-1"));

    assertThat(fixture.begun).isEmpty();
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

  @Test
  void letsNothingGoOnceItIsClosed() {
    fixture.connected();
    fixture.notify(List.of(), "job-1");
    fixture.queue.close();
    fixture.notifyNext("job-1");
    fixture.queue.onConnected();
    fixture.manual.advance(POLL.multipliedBy(3));

    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void ignoresAnswersOnceItIsClosed() {
    fixture.connected("job-1");
    fixture.manual.runDue();
    fixture.queue.close();
    service.answerDescription(queued("job-1"));
    fixture.manual.advance(POLL);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }
}

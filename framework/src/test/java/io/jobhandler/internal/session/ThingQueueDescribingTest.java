package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a queue asks for the document of a job, and what it makes of the answer. */
class ThingQueueDescribingTest {
  private final QueueFixture fixture = new QueueFixture(1);
  private final FakeQueueService service = fixture.service;

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
}

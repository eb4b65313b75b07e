package io.jobhandler.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a queue finds out that the job it runs is no longer wanted. */
class CancellationTest {
  private final QueueFixture fixture = new QueueFixture(1).connected().running("job-1");
  private final FakeQueueService service = fixture.service;

  @Test
  void aListThatNamesTheRunningJobIsNoHint() {
    fixture.notify(QueueFixture.summaries("job-1"));
    fixture.notify(List.of(), "job-1");

    assertThat(service.described()).isEmpty();
  }

  @Test
  void anAbsenceIsAskedAboutWithoutTheDocument() {
    fixture.notify(List.of());

    assertThat(service.described()).containsExactly("job-1");
    assertThat(service.lastDescribed().includeJobDocument()).isFalse();
    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void anAbsenceFromAnAskedListIsAskedAboutToo() {
    fixture.manual.advance(Duration.ofMinutes(4));
    fixture.queue.onConnected();
    fixture.manual.advance(Duration.ofSeconds(15));
    service.answerQueued("job-2");

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void anIncompleteListIsNoHint() {
    fixture.notify(List.of(), QueueFixture.jobs(2, 11));

    assertThat(service.described()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"TERMINAL_STATE_REACHED", "RESOURCE_NOT_FOUND"})
  void aRefusalConfirmsIt(RejectedErrorCode code) {
    fixture.notify(List.of());
    service.failDescription(Refusals.refused(code));

    assertThat(fixture.gone).containsExactly(TestJobs.key("job-1"));
  }

  @Test
  void aTerminalStatusConfirmsIt() {
    fixture.notify(List.of());
    service.answerDescription(TestJobs.execution("job-1", JobStatus.CANCELED));

    assertThat(fixture.gone).containsExactly(TestJobs.key("job-1"));
  }

  @Test
  void aLaterExecutionConfirmsIt() {
    fixture.notify(List.of());
    service.answerDescription(TestJobs.execution("job-1", JobStatus.QUEUED, 2, null));

    assertThat(fixture.gone).containsExactly(TestJobs.key("job-1"));
  }

  @Test
  void aStaleListInterruptsNothing() {
    fixture.notify(List.of());
    service.answerDescription(TestJobs.execution("job-1", JobStatus.IN_PROGRESS));

    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void anEmptyAnswerInterruptsNothing() {
    fixture.notify(List.of());
    service.answerDescription(null);

    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void aFailedDescriptionInterruptsNothingAndIsAskedAgainInTime() {
    fixture.notify(List.of());
    service.failDescription(Refusals.lost());
    assertThat(fixture.gone).isEmpty();

    fixture.manual.advance(QueueFixture.CHECK);
    assertThat(service.described()).containsExactly("job-1", "job-1");
  }

  @Test
  void hintsWhileAnAnswerIsDueAskNothingMore() {
    fixture.notify(List.of());
    fixture.notify(List.of());
    fixture.queue.onDoubt(TestJobs.key("job-1"));

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aDoubtIsAskedAbout() {
    fixture.queue.onDoubt(TestJobs.key("job-1"));

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aDoubtAboutWhatIsOverIsNone() {
    fixture.over("job-1");
    fixture.queue.onDoubt(TestJobs.key("job-1"));

    assertThat(service.described()).isEmpty();
  }

  @Test
  void theMerePassingOfTimeIsAHint() {
    for (int i = 1; i <= 2; i++) {
      fixture.manual.advance(QueueFixture.CHECK);
      assertThat(service.described()).hasSize(i);
      service.answerDescription(TestJobs.execution("job-1", JobStatus.IN_PROGRESS));
    }

    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterTheEndIsTooLate() {
    fixture.notify(List.of());
    fixture.over("job-1");
    service.failDescription(Refusals.refused(RejectedErrorCode.TERMINAL_STATE_REACHED));

    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void tellsOnce() {
    fixture.notify(List.of());
    service.failDescription(Refusals.refused(RejectedErrorCode.TERMINAL_STATE_REACHED));
    fixture.notify(List.of());
    fixture.manual.advance(QueueFixture.CHECK);

    assertThat(fixture.gone).hasSize(1);
    assertThat(service.described()).hasSize(1);
  }
}

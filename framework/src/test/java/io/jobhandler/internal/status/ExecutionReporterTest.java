package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import io.jobhandler.jobs.UpdateJobExecutionRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExecutionReporterTest {
  private static final Map<String, String> OURS = Map.of("agentToken", "agent-1");
  private static final Map<String, String> THEIRS = Map.of("agentToken", "agent-2");

  private final RecordingSender sender = new RecordingSender();
  private final ExecutionReporter reporter =
      new ExecutionReporter(sender, new AgentToken("agent-1"), TestJobs.key("job-1", 3), 7);

  private CompletableFuture<UpdateVerdict> update(JobStatus status) {
    return reporter.update(status, OURS, null);
  }

  @Test
  void everyUpdateNamesTheExecutionAndItsVersion() {
    reporter.update(JobStatus.IN_PROGRESS, OURS, 12L);

    assertThat(sender.requests())
        .containsExactly(
            UpdateJobExecutionRequest.builder("job-1", JobStatus.IN_PROGRESS)
                .executionNumber(3L)
                .expectedVersion(7L)
                .statusDetails(OURS)
                .stepTimeoutInMinutes(12L)
                .build());
  }

  @Test
  void anAcceptedUpdateRaisesTheVersion() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);
    assertThat(reporter.isBusy()).isTrue();

    sender.accept();

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.isBusy()).isFalse();
    assertThat(reporter.versionNumber()).isEqualTo(8);
  }

  @Test
  void oneUpdateIsInFlightAndTheyKeepTheirOrder() {
    CompletableFuture<UpdateVerdict> first = update(JobStatus.IN_PROGRESS);
    CompletableFuture<UpdateVerdict> second = update(JobStatus.SUCCEEDED);
    assertThat(sender.requests()).hasSize(1);

    sender.accept();
    assertThat(first).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(sender.requests()).hasSize(2);
    assertThat(sender.last().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(sender.last().expectedVersion()).isEqualTo(8L);

    sender.accept();
    assertThat(second).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void aFailedUpdateLetsTheNextOneGo() {
    CompletableFuture<UpdateVerdict> first = update(JobStatus.IN_PROGRESS);
    update(JobStatus.SUCCEEDED);

    sender.fail(Refusals.lost());

    assertThat(first).isCompletedWithValue(UpdateVerdict.UNDELIVERED);
    assertThat(sender.last().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(sender.last().expectedVersion()).isEqualTo(7L);
  }

  @Test
  void aVersionMismatchWithOurOwnTokenIsALostAnswer() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);

    sender.fail(
        Refusals.refused(RejectedErrorCode.VERSION_MISMATCH, JobStatus.IN_PROGRESS, 8, OURS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.versionNumber()).isEqualTo(8);
  }

  @Test
  void aRefusedTransitionFromOurOwnEndIsALostAnswer() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.SUCCEEDED);

    sender.fail(
        new CompletionException(
            Refusals.refused(
                RejectedErrorCode.INVALID_STATE_TRANSITION, JobStatus.SUCCEEDED, 8, OURS)));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void anotherAgentsTokenIsForeign() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);

    sender.fail(
        Refusals.refused(RejectedErrorCode.VERSION_MISMATCH, JobStatus.IN_PROGRESS, 8, THEIRS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.FOREIGN);
  }

  @Test
  void aStateWithoutATokenIsForeign() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);

    sender.fail(
        Refusals.refused(
            RejectedErrorCode.INVALID_STATE_TRANSITION, JobStatus.IN_PROGRESS, 8, Map.of()));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.FOREIGN);
  }

  @Test
  void aRefusalThatDoesNotTellTheStateIsForeign() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);

    sender.fail(Refusals.refused(RejectedErrorCode.VERSION_MISMATCH));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.FOREIGN);
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"CANCELED", "TIMED_OUT", "REMOVED", "FAILED"})
  void anEndThatWeDidNotSendIsGone(JobStatus stored) {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.SUCCEEDED);

    sender.fail(Refusals.refused(RejectedErrorCode.INVALID_STATE_TRANSITION, stored, 8, OURS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.GONE);
  }

  @Test
  void anotherAgentsSuccessIsNotOurs() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.SUCCEEDED);

    sender.fail(
        Refusals.refused(
            RejectedErrorCode.INVALID_STATE_TRANSITION, JobStatus.SUCCEEDED, 8, THEIRS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.GONE);
  }

  @Test
  void adoptsTheVersionOfOurOwnLostUpdateAndSendsAgain() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.SUCCEEDED);

    sender.fail(
        Refusals.refused(RejectedErrorCode.VERSION_MISMATCH, JobStatus.IN_PROGRESS, 9, OURS));

    assertThat(verdict).isNotDone();
    assertThat(sender.last().expectedVersion()).isEqualTo(9L);
    sender.accept();
    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.versionNumber()).isEqualTo(10);
  }

  @Test
  void adoptsAVersionOnlyOnce() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.SUCCEEDED);

    sender.fail(
        Refusals.refused(RejectedErrorCode.VERSION_MISMATCH, JobStatus.IN_PROGRESS, 9, OURS));
    sender.fail(
        Refusals.refused(RejectedErrorCode.VERSION_MISMATCH, JobStatus.IN_PROGRESS, 10, OURS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.FOREIGN);
    assertThat(sender.requests()).hasSize(2);
  }

  @Test
  void takesNoOlderStateForALostAnswer() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);

    sender.fail(
        Refusals.refused(RejectedErrorCode.VERSION_MISMATCH, JobStatus.IN_PROGRESS, 7, OURS));

    assertThat(verdict).isNotDone();
    assertThat(sender.requests()).hasSize(2);
  }

  @Test
  void tellsThatATransitionIsRefusedWhileTheExecutionIsOurs() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.REJECTED);

    sender.fail(
        Refusals.refused(
            RejectedErrorCode.INVALID_STATE_TRANSITION, JobStatus.IN_PROGRESS, 7, OURS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.TRANSITION_REFUSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"RESOURCE_NOT_FOUND", "TERMINAL_STATE_REACHED"})
  void whatIsNotThereIsGone(RejectedErrorCode code) {
    assertThat(verdictAfter(code)).isCompletedWithValue(UpdateVerdict.GONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"INVALID_TOPIC", "INVALID_JSON", "INVALID_REQUEST", "UNKNOWN"})
  void whatTheServiceDoesNotTakeIsInvalid(RejectedErrorCode code) {
    assertThat(verdictAfter(code)).isCompletedWithValue(UpdateVerdict.INVALID);
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"INTERNAL_ERROR", "REQUEST_THROTTLED"})
  void whatMaySucceedLaterIsUndelivered(RejectedErrorCode code) {
    assertThat(verdictAfter(code)).isCompletedWithValue(UpdateVerdict.UNDELIVERED);
  }

  private CompletableFuture<UpdateVerdict> verdictAfter(RejectedErrorCode code) {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.SUCCEEDED);
    sender.fail(Refusals.refused(code));
    return verdict;
  }
}

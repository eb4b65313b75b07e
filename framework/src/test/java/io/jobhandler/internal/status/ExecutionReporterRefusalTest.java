package io.jobhandler.internal.status;

import static io.jobhandler.jobs.JobStatus.IN_PROGRESS;
import static io.jobhandler.jobs.JobStatus.REJECTED;
import static io.jobhandler.jobs.JobStatus.SUCCEEDED;
import static io.jobhandler.jobs.RejectedErrorCode.INVALID_STATE_TRANSITION;
import static io.jobhandler.jobs.RejectedErrorCode.VERSION_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a refused update means. Version 7 is stored as far as the reporter knows. */
class ExecutionReporterRefusalTest {
  private static final Map<String, String> OURS = Map.of("agentToken", "agent-1");
  private static final Map<String, String> THEIRS = Map.of("agentToken", "agent-2");

  private final RecordingSender sender = new RecordingSender();
  private final ExecutionReporter reporter =
      new ExecutionReporter(sender, new AgentToken("agent-1"), TestJobs.key("job-1", 3), 7);

  /** What becomes of an update that fails. */
  private CompletableFuture<UpdateVerdict> verdict(JobStatus wanted, Throwable failure) {
    CompletableFuture<UpdateVerdict> verdict = reporter.update(wanted, OURS, null);
    sender.fail(failure);
    return verdict;
  }

  @Test
  void aVersionMismatchWithOurOwnTokenIsALostAnswer() {
    assertThat(verdict(IN_PROGRESS, Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 8, OURS)))
        .isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.versionNumber()).isEqualTo(8);
  }

  @Test
  void aRefusedTransitionFromOurOwnEndIsALostAnswer() {
    Throwable refusal = Refusals.refused(INVALID_STATE_TRANSITION, SUCCEEDED, 8, OURS);

    assertThat(verdict(SUCCEEDED, new CompletionException(refusal)))
        .isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void anotherAgentsTokenIsForeign() {
    assertThat(verdict(IN_PROGRESS, Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 8, THEIRS)))
        .isCompletedWithValue(UpdateVerdict.FOREIGN);
  }

  @Test
  void aStateWithoutATokenIsForeign() {
    Throwable refusal = Refusals.refused(INVALID_STATE_TRANSITION, IN_PROGRESS, 8, Map.of());

    assertThat(verdict(IN_PROGRESS, refusal)).isCompletedWithValue(UpdateVerdict.FOREIGN);
  }

  @Test
  void aRefusalThatDoesNotTellTheStateIsForeign() {
    assertThat(verdict(IN_PROGRESS, Refusals.refused(VERSION_MISMATCH)))
        .isCompletedWithValue(UpdateVerdict.FOREIGN);
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"CANCELED", "TIMED_OUT", "REMOVED", "FAILED"})
  void anEndThatWeDidNotSendIsGone(JobStatus stored) {
    assertThat(verdict(SUCCEEDED, Refusals.refused(INVALID_STATE_TRANSITION, stored, 8, OURS)))
        .isCompletedWithValue(UpdateVerdict.GONE);
  }

  @Test
  void anotherAgentsSuccessIsNotOurs() {
    Throwable refusal = Refusals.refused(INVALID_STATE_TRANSITION, SUCCEEDED, 8, THEIRS);

    assertThat(verdict(SUCCEEDED, refusal)).isCompletedWithValue(UpdateVerdict.GONE);
  }

  @Test
  void adoptsTheVersionOfOurOwnLostUpdateAndSendsAgain() {
    CompletableFuture<UpdateVerdict> verdict =
        verdict(SUCCEEDED, Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 9, OURS));
    assertThat(verdict).isNotDone();
    assertThat(sender.last().expectedVersion()).isEqualTo(9L);

    sender.accept();
    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.versionNumber()).isEqualTo(10);
  }

  @Test
  void anUpdateOfOursBeforeItIsNotThisOne() {
    Map<String, String> before = Map.of("agentToken", "agent-1", "progress", "50");
    CompletableFuture<UpdateVerdict> verdict =
        verdict(IN_PROGRESS, Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 8, before));
    assertThat(verdict).isNotDone();
    assertThat(sender.requests()).hasSize(2);
    assertThat(sender.last().expectedVersion()).isEqualTo(8L);

    sender.fail(Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 9, OURS));
    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.versionNumber()).isEqualTo(9);
  }

  @Test
  void anEndOfOursIsThisOneWhateverTheServiceMadeOfItsDetails() {
    Map<String, String> stripped = Map.of("agentToken", "agent-1", "other", "a");

    assertThat(
            verdict(SUCCEEDED, Refusals.refused(INVALID_STATE_TRANSITION, SUCCEEDED, 8, stripped)))
        .isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void adoptsAVersionOnlyOnce() {
    CompletableFuture<UpdateVerdict> verdict =
        verdict(SUCCEEDED, Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 9, OURS));
    sender.fail(Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 10, OURS));

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.FOREIGN);
    assertThat(sender.requests()).hasSize(2);
  }

  @Test
  void takesNoOlderStateForALostAnswer() {
    assertThat(verdict(IN_PROGRESS, Refusals.refused(VERSION_MISMATCH, IN_PROGRESS, 7, OURS)))
        .isNotDone();
    assertThat(sender.requests()).hasSize(2);
  }

  @Test
  void tellsThatATransitionIsRefusedWhileTheExecutionIsOurs() {
    assertThat(verdict(REJECTED, Refusals.refused(INVALID_STATE_TRANSITION, IN_PROGRESS, 7, OURS)))
        .isCompletedWithValue(UpdateVerdict.TRANSITION_REFUSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"RESOURCE_NOT_FOUND", "TERMINAL_STATE_REACHED"})
  void whatIsNotThereIsGone(RejectedErrorCode code) {
    assertThat(verdict(SUCCEEDED, Refusals.refused(code))).isCompletedWithValue(UpdateVerdict.GONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"INVALID_TOPIC", "INVALID_JSON", "INVALID_REQUEST", "UNKNOWN"})
  void whatTheServiceDoesNotTakeIsInvalid(RejectedErrorCode code) {
    assertThat(verdict(SUCCEEDED, Refusals.refused(code)))
        .isCompletedWithValue(UpdateVerdict.INVALID);
  }

  @ParameterizedTest
  @EnumSource(
      value = RejectedErrorCode.class,
      names = {"INTERNAL_ERROR", "REQUEST_THROTTLED"})
  void whatMaySucceedLaterIsUndelivered(RejectedErrorCode code) {
    assertThat(verdict(SUCCEEDED, Refusals.refused(code)))
        .isCompletedWithValue(UpdateVerdict.UNDELIVERED);
  }
}

package io.jobhandler.internal.status;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.jobs.JobExecutionState;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsException;
import io.jobhandler.jobs.RejectedErrorCode;
import io.jobhandler.jobs.UpdateJobExecutionRequest;
import io.jobhandler.jobs.UpdateJobExecutionResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Updates one execution: one update at a time, each with the version that it expects. Confined to
 * the loop.
 *
 * <p>An update whose answer was lost is refused when it is sent again, because it was stored the
 * first time. The refusal brings what is stored, and the agent token in it says whether that was
 * ours.
 */
public final class ExecutionReporter {
  private static final Logger LOG = LoggerFactory.getLogger(ExecutionReporter.class);

  /** Sends an update; the part of the client that is needed here. */
  @FunctionalInterface
  public interface Sender
      extends Function<UpdateJobExecutionRequest, CompletableFuture<UpdateJobExecutionResponse>> {}

  private final Sender sender;
  private final AgentToken token;
  private final ExecutionKey key;
  private long versionNumber;
  private CompletableFuture<UpdateVerdict> last =
      CompletableFuture.completedFuture(UpdateVerdict.ACCEPTED);

  /**
   * Makes a reporter.
   *
   * @param sender sends an update
   * @param token this agent instance
   * @param key the execution
   * @param versionNumber the version that is stored
   */
  public ExecutionReporter(Sender sender, AgentToken token, ExecutionKey key, long versionNumber) {
    this.sender = sender;
    this.token = token;
    this.key = key;
    this.versionNumber = versionNumber;
  }

  /** The version that is stored, as far as is known. */
  public long versionNumber() {
    return versionNumber;
  }

  /** Whether an update is under way. */
  public boolean isBusy() {
    return !last.isDone();
  }

  /**
   * Sends an update after those before it.
   *
   * @param status the new status
   * @param details replaces what is stored
   * @param stepTimeoutInMinutes the service's step timer; null leaves it running
   * @return what became of it; never failed
   */
  public CompletableFuture<UpdateVerdict> update(
      JobStatus status, Map<String, String> details, @Nullable Long stepTimeoutInMinutes) {
    last = last.thenCompose(before -> send(status, details, stepTimeoutInMinutes, true));
    return last;
  }

  private CompletableFuture<UpdateVerdict> send(
      JobStatus status,
      Map<String, String> details,
      @Nullable Long stepTimeoutInMinutes,
      boolean mayAdoptVersion) {
    UpdateJobExecutionRequest request =
        UpdateJobExecutionRequest.builder(key.jobId(), status)
            .executionNumber(key.executionNumber())
            .expectedVersion(versionNumber)
            .statusDetails(details)
            .stepTimeoutInMinutes(stepTimeoutInMinutes)
            .build();
    return sender
        .apply(request)
        .handle((accepted, failure) -> failure == null ? accepted() : judge(failure, request))
        .thenCompose(
            verdict ->
                verdict == null && mayAdoptVersion
                    ? send(status, details, stepTimeoutInMinutes, false)
                    : CompletableFuture.completedFuture(
                        verdict == null ? UpdateVerdict.FOREIGN : verdict));
  }

  private UpdateVerdict accepted() {
    versionNumber++;
    return UpdateVerdict.ACCEPTED;
  }

  /**
   * Says what a failure means; null where the update is to be sent again with the stored version.
   */
  private @Nullable UpdateVerdict judge(Throwable failure, UpdateJobExecutionRequest wanted) {
    JobsException exception = JobsException.from(failure);
    RejectedErrorCode code = exception.code().orElse(null);
    if (code == null || exception.isRetryable()) {
      LOG.info("{}: {} is not delivered yet: {}", key, wanted.status(), exception.getMessage());
      return UpdateVerdict.UNDELIVERED;
    }
    return switch (code) {
      case VERSION_MISMATCH, INVALID_STATE_TRANSITION -> {
        JobExecutionState stored = exception.executionState().orElse(null);
        yield stored == null ? UpdateVerdict.FOREIGN : judge(code, stored, wanted);
      }
      case RESOURCE_NOT_FOUND, TERMINAL_STATE_REACHED -> UpdateVerdict.GONE;
      default -> {
        LOG.error("{}: {} is not possible: {}", key, wanted.status(), exception.getMessage());
        yield UpdateVerdict.INVALID;
      }
    };
  }

  private @Nullable UpdateVerdict judge(
      RejectedErrorCode code, JobExecutionState stored, UpdateJobExecutionRequest wanted) {
    boolean ours = token.wrote(stored.statusDetails());
    if (ours && isStored(stored, wanted)) {
      versionNumber = stored.versionNumber();
      return UpdateVerdict.ACCEPTED;
    }
    if (stored.status().isTerminal()) {
      return UpdateVerdict.GONE;
    }
    if (!ours) {
      return UpdateVerdict.FOREIGN;
    }
    if (code == RejectedErrorCode.VERSION_MISMATCH) {
      versionNumber = stored.versionNumber();
      return null;
    }
    return UpdateVerdict.TRANSITION_REFUSED;
  }

  /**
   * Whether it is this update that was stored, and not one of ours before it whose answer was lost:
   * that one has not set the step timer of this one.
   */
  private boolean isStored(JobExecutionState stored, UpdateJobExecutionRequest wanted) {
    return stored.status() == wanted.status()
        && stored.versionNumber() > versionNumber
        && (wanted.status().isTerminal() || stored.statusDetails().equals(wanted.statusDetails()));
  }
}

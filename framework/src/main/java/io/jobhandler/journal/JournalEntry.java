package io.jobhandler.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one execution beyond the process.
 *
 * @param jobId the job
 * @param executionNumber which execution of the job on this thing
 * @param queuedAt when it was queued, to the second
 * @param operation what its document asks for; null where that was never known
 * @param agentToken marks what this device's agent has sent to the service of this execution, over
 *     restarts
 * @param versionNumber the version that the service is known to have stored, or more
 * @param attempt how often a handler was, or is about to be, started for this execution; 1 or more
 * @param freeAttempts how many of these do not count against the cap, because a restart was asked
 *     for, or the agent was told to end
 * @param state where the execution is
 * @param checkpoint the handler's last checkpoint as JSON; null where there is none
 * @param steps the results of the handler's durable steps as JSON, by name
 */
public record JournalEntry(
    String jobId,
    long executionNumber,
    @Nullable Instant queuedAt,
    @Nullable String operation,
    String agentToken,
    long versionNumber,
    int attempt,
    int freeAttempts,
    JournalState state,
    @Nullable String checkpoint,
    Map<String, String> steps) {

  /** Checks that what identifies the execution is there, and copies the steps. */
  public JournalEntry {
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(agentToken, "agentToken");
    Objects.requireNonNull(state, "state");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt is " + attempt + ", expected 1 or more");
    }
    if (freeAttempts < 0 || freeAttempts > attempt) {
      throw new IllegalArgumentException(
          "freeAttempts is %d, expected 0 to %d".formatted(freeAttempts, attempt));
    }
    steps = Map.copyOf(steps);
  }

  /**
   * An execution whose first attempt begins.
   *
   * @param jobId the job
   * @param executionNumber which execution of the job on this thing
   * @param queuedAt when it was queued
   * @param operation what its document asks for; null where that is not known
   * @param agentToken marks what is sent to the service of this execution
   * @param versionNumber the version that is stored
   * @return an entry in the state {@link JournalState.Preparing}
   */
  public static JournalEntry first(
      String jobId,
      long executionNumber,
      @Nullable Instant queuedAt,
      @Nullable String operation,
      String agentToken,
      long versionNumber) {
    return new JournalEntry(
        jobId,
        executionNumber,
        queuedAt,
        operation,
        agentToken,
        versionNumber,
        1,
        0,
        new JournalState.Preparing(),
        null,
        Map.of());
  }

  /**
   * The same execution in another state.
   *
   * @param version the version that is stored
   * @param newState where the execution is now
   * @return a copy
   */
  public JournalEntry in(long version, JournalState newState) {
    return copy(version, attempt, freeAttempts, newState, checkpoint, steps);
  }

  /**
   * The same execution, whose attempt up to now does not count against the cap.
   *
   * @return a copy
   */
  public JournalEntry free() {
    return copy(versionNumber, attempt, freeAttempts + 1, state, checkpoint, steps);
  }

  /**
   * The next attempt of the same execution.
   *
   * @param version the version that is stored
   * @param newState where the execution is then
   * @return a copy
   */
  public JournalEntry nextAttempt(long version, JournalState newState) {
    return copy(version, attempt + 1, freeAttempts, newState, checkpoint, steps);
  }

  /**
   * How many attempts count against the cap.
   *
   * @return 0 or more
   */
  public int countedAttempts() {
    return attempt - freeAttempts;
  }

  /**
   * The same execution with another checkpoint.
   *
   * @param json the checkpoint
   * @return a copy
   */
  public JournalEntry withCheckpoint(String json) {
    return copy(versionNumber, attempt, freeAttempts, state, json, steps);
  }

  /**
   * The same execution with one more durable step done.
   *
   * @param name the step
   * @param json its result
   * @return a copy
   */
  public JournalEntry withStep(String name, String json) {
    Map<String, String> more = new LinkedHashMap<>(steps);
    more.put(name, json);
    return copy(versionNumber, attempt, freeAttempts, state, checkpoint, more);
  }

  private JournalEntry copy(
      long version,
      int attempts,
      int free,
      JournalState newState,
      @Nullable String newCheckpoint,
      Map<String, String> newSteps) {
    return new JournalEntry(
        jobId,
        executionNumber,
        queuedAt,
        operation,
        agentToken,
        version,
        attempts,
        free,
        newState,
        newCheckpoint,
        newSteps);
  }
}

package io.jobhandler.agent;

import io.jobhandler.OnProgress;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a {@link JobAgent} is set to. Immutable; begin with {@link #defaults()}.
 *
 * @param defaultStepTimeout how long a handler may take where nothing else says; an hour
 * @param stepTimeouts how long handlers may take, by operation; beats the annotation
 * @param onProgress whether reports start the step timer anew, by operation; beats the annotation
 * @param grace how long an interrupted handler may take to end before its job is reported without
 *     it; 30 seconds
 * @param progressInterval the least time between two reports of progress, 30 seconds at most where
 *     they restart the step timer; 10 seconds
 * @param reconnectJitter the longest wait after a reconnect before the queue is asked for, so that
 *     a fleet does not ask at once; 30 seconds
 * @param nextJobPatience how long a notification may take to bring the next job before the queue is
 *     asked for; 2 seconds
 * @param pollInterval how often the queue is asked for in any case, give or take a fifth; 15
 *     minutes
 * @param cancellationCheckInterval how often it is checked that a running job is still wanted, give
 *     or take a fifth; 5 minutes
 * @param unknownOperations what becomes of a job whose operation no handler takes; it is rejected
 * @param maxConcurrentExecutions how many jobs may run at once, of different operations, 1 to
 *     {@value #MOST_AT_ONCE}; 1
 * @param attempts how often handlers are attempted
 */
public record JobAgentSettings(
    Duration defaultStepTimeout,
    Map<String, Duration> stepTimeouts,
    Map<String, OnProgress> onProgress,
    Duration grace,
    Duration progressInterval,
    Duration reconnectJitter,
    Duration nextJobPatience,
    Duration pollInterval,
    Duration cancellationCheckInterval,
    UnknownOperations unknownOperations,
    int maxConcurrentExecutions,
    AttemptSettings attempts) {

  /** The most jobs at once: a pending list of the service names no more. */
  public static final int MOST_AT_ONCE = 10;

  private static final Duration MOST_WAITING = Duration.ofHours(1);
  private static final Duration MOST_BETWEEN_REPORTS = Duration.ofDays(1);
  private static final Duration MOST_BETWEEN_QUESTIONS = Duration.ofDays(30);

  /** Checks that everything is there and within its range. */
  public JobAgentSettings {
    stepTimeouts = Map.copyOf(Objects.requireNonNull(stepTimeouts, "stepTimeouts"));
    onProgress = Map.copyOf(Objects.requireNonNull(onProgress, "onProgress"));
    requireStepTimeout("defaultStepTimeout", defaultStepTimeout);
    stepTimeouts.forEach(
        (operation, timeout) -> requireStepTimeout("stepTimeout of " + operation, timeout));
    requireUpTo("grace", grace, MOST_WAITING);
    requireUpTo("progressInterval", progressInterval, MOST_BETWEEN_REPORTS);
    requireUpTo("reconnectJitter", reconnectJitter, MOST_WAITING);
    requireUpTo("nextJobPatience", nextJobPatience, MOST_WAITING);
    requirePositive("pollInterval", pollInterval, MOST_BETWEEN_QUESTIONS);
    requirePositive("cancellationCheckInterval", cancellationCheckInterval, MOST_BETWEEN_QUESTIONS);
    Objects.requireNonNull(unknownOperations, "unknownOperations");
    Objects.requireNonNull(attempts, "attempts");
    if (maxConcurrentExecutions < 1 || maxConcurrentExecutions > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "maxConcurrentExecutions is %d, expected 1 to %d"
              .formatted(maxConcurrentExecutions, MOST_AT_ONCE));
    }
  }

  private static void requireStepTimeout(String name, Duration value) {
    requirePositive(name, value, HandlerMethod.MAX_STEP_TIMEOUT);
  }

  private static void requirePositive(String name, Duration value, Duration most) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.isZero() || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, expected more than zero, up to %s".formatted(name, value, most));
    }
  }

  private static void requireUpTo(String name, Duration value, Duration most) {
    Objects.requireNonNull(value, name);
    if (value.isNegative() || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, expected zero to %s".formatted(name, value, most));
    }
  }

  /**
   * The settings that suit a fleet on AWS IoT Core.
   *
   * @return the defaults
   */
  public static JobAgentSettings defaults() {
    return new Draft().settings();
  }

  /**
   * The same settings with other times for handlers.
   *
   * @param byDefault how long a handler may take where nothing else says, up to P6D
   * @param byOperation how long handlers may take, by operation, up to P6D; beats the annotation
   * @param afterInterrupt how long an interrupted handler may take to end, up to an hour
   * @return a copy
   */
  public JobAgentSettings withStepTimeouts(
      Duration byDefault, Map<String, Duration> byOperation, Duration afterInterrupt) {
    return with(
        draft -> {
          draft.defaultStepTimeout = byDefault;
          draft.stepTimeouts = byOperation;
          draft.grace = afterInterrupt;
        });
  }

  /**
   * The same settings with other rules for what a report of progress does to the step timer.
   *
   * @param byOperation the rules by operation; beats the annotation, unless it is unset
   * @return a copy
   */
  public JobAgentSettings withOnProgress(Map<String, OnProgress> byOperation) {
    return with(draft -> draft.onProgress = byOperation);
  }

  /**
   * The same settings with another pace of progress.
   *
   * @param interval the least time between two reports, up to a day; zero for no limit
   * @return a copy
   */
  public JobAgentSettings withProgressInterval(Duration interval) {
    return with(draft -> draft.progressInterval = interval);
  }

  /**
   * The same settings with other times for asking the service.
   *
   * @param jitter the longest wait after a reconnect, up to an hour
   * @param patience how long a notification may take to bring the next job, up to an hour
   * @param poll how often the queue is asked for in any case, up to 30 days
   * @param check how often it is checked that a running job is still wanted, up to 30 days
   * @return a copy
   */
  public JobAgentSettings withQueueTimings(
      Duration jitter, Duration patience, Duration poll, Duration check) {
    return with(
        draft -> {
          draft.reconnectJitter = jitter;
          draft.nextJobPatience = patience;
          draft.pollInterval = poll;
          draft.cancellationCheckInterval = check;
        });
  }

  /**
   * The same settings with another rule for unknown operations.
   *
   * @param rule what becomes of a job whose operation no handler takes
   * @return a copy
   */
  public JobAgentSettings withUnknownOperations(UnknownOperations rule) {
    return with(draft -> draft.unknownOperations = rule);
  }

  /**
   * The same settings with more jobs at once, or fewer.
   *
   * @param most how many jobs may run at once; those of one operation run one by one all the same
   * @return a copy
   */
  public JobAgentSettings withMaxConcurrentExecutions(int most) {
    return with(draft -> draft.maxConcurrentExecutions = most);
  }

  /**
   * The same settings with other attempts.
   *
   * @param newAttempts how often handlers are attempted
   * @return a copy
   */
  public JobAgentSettings withAttempts(AttemptSettings newAttempts) {
    return with(draft -> draft.attempts = newAttempts);
  }

  private JobAgentSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings that can still change; the defaults at first. */
  private static final class Draft {
    private Duration defaultStepTimeout = Duration.ofHours(1);
    private Map<String, Duration> stepTimeouts = Map.of();
    private Map<String, OnProgress> onProgress = Map.of();
    private Duration grace = Duration.ofSeconds(30);
    private Duration progressInterval = Duration.ofSeconds(10);
    private Duration reconnectJitter = Duration.ofSeconds(30);
    private Duration nextJobPatience = Duration.ofSeconds(2);
    private Duration pollInterval = Duration.ofMinutes(15);
    private Duration cancellationCheckInterval = Duration.ofMinutes(5);
    private UnknownOperations unknownOperations = UnknownOperations.REJECT;
    private int maxConcurrentExecutions = 1;
    private AttemptSettings attempts = AttemptSettings.defaults();

    Draft() {}

    Draft(JobAgentSettings from) {
      defaultStepTimeout = from.defaultStepTimeout;
      stepTimeouts = from.stepTimeouts;
      onProgress = from.onProgress;
      grace = from.grace;
      progressInterval = from.progressInterval;
      reconnectJitter = from.reconnectJitter;
      nextJobPatience = from.nextJobPatience;
      pollInterval = from.pollInterval;
      cancellationCheckInterval = from.cancellationCheckInterval;
      unknownOperations = from.unknownOperations;
      maxConcurrentExecutions = from.maxConcurrentExecutions;
      attempts = from.attempts;
    }

    JobAgentSettings settings() {
      return new JobAgentSettings(
          defaultStepTimeout,
          stepTimeouts,
          onProgress,
          grace,
          progressInterval,
          reconnectJitter,
          nextJobPatience,
          pollInterval,
          cancellationCheckInterval,
          unknownOperations,
          maxConcurrentExecutions,
          attempts);
    }
  }
}

package io.jobhandler.agent;

import io.jobhandler.OnProgress;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.Map;

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
    UnknownOperations unknownOperations) {

  /** Checks the ranges. */
  public JobAgentSettings {
    stepTimeouts = Map.copyOf(stepTimeouts);
    onProgress = Map.copyOf(onProgress);
    requireStepTimeout("defaultStepTimeout", defaultStepTimeout);
    stepTimeouts.forEach(
        (operation, timeout) -> requireStepTimeout("stepTimeout of " + operation, timeout));
    requireUpTo("grace", grace, Duration.ofHours(1));
    requireUpTo("progressInterval", progressInterval, Duration.ofDays(1));
    requireUpTo("reconnectJitter", reconnectJitter, Duration.ofHours(1));
    requireUpTo("nextJobPatience", nextJobPatience, Duration.ofHours(1));
    requirePositive("pollInterval", pollInterval);
    requirePositive("cancellationCheckInterval", cancellationCheckInterval);
  }

  private static void requireStepTimeout(String name, Duration value) {
    requirePositive(name, value);
    requireUpTo(name, value, HandlerMethod.MAX_STEP_TIMEOUT);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + ", expected more than zero");
    }
  }

  private static void requireUpTo(String name, Duration value, Duration most) {
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
    return new JobAgentSettings(
        Duration.ofHours(1),
        Map.of(),
        Map.of(),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofMinutes(15),
        Duration.ofMinutes(5),
        UnknownOperations.REJECT);
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
    return new JobAgentSettings(
        byDefault,
        byOperation,
        onProgress,
        afterInterrupt,
        progressInterval,
        reconnectJitter,
        nextJobPatience,
        pollInterval,
        cancellationCheckInterval,
        unknownOperations);
  }

  /**
   * The same settings with other rules for what a report of progress does to the step timer.
   *
   * @param byOperation the rules by operation; beats the annotation, unless it is unset
   * @return a copy
   */
  public JobAgentSettings withOnProgress(Map<String, OnProgress> byOperation) {
    return new JobAgentSettings(
        defaultStepTimeout,
        stepTimeouts,
        byOperation,
        grace,
        progressInterval,
        reconnectJitter,
        nextJobPatience,
        pollInterval,
        cancellationCheckInterval,
        unknownOperations);
  }

  /**
   * The same settings with another pace of progress.
   *
   * @param interval the least time between two reports, zero for no limit
   * @return a copy
   */
  public JobAgentSettings withProgressInterval(Duration interval) {
    return new JobAgentSettings(
        defaultStepTimeout,
        stepTimeouts,
        onProgress,
        grace,
        interval,
        reconnectJitter,
        nextJobPatience,
        pollInterval,
        cancellationCheckInterval,
        unknownOperations);
  }

  /**
   * The same settings with other times for asking the service.
   *
   * @param jitter the longest wait after a reconnect
   * @param patience how long a notification may take to bring the next job
   * @param poll how often the queue is asked for in any case
   * @param check how often it is checked that a running job is still wanted
   * @return a copy
   */
  public JobAgentSettings withQueueTimings(
      Duration jitter, Duration patience, Duration poll, Duration check) {
    return new JobAgentSettings(
        defaultStepTimeout,
        stepTimeouts,
        onProgress,
        grace,
        progressInterval,
        jitter,
        patience,
        poll,
        check,
        unknownOperations);
  }

  /**
   * The same settings with another rule for unknown operations.
   *
   * @param rule what becomes of a job whose operation no handler takes
   * @return a copy
   */
  public JobAgentSettings withUnknownOperations(UnknownOperations rule) {
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
        rule);
  }
}

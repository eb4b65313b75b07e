package io.jobhandler.internal.admission;

import io.jobhandler.OnProgress;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.Map;

/**
 * How long a handler may take, and when the service gives up on it: later than we do, so that the
 * reason is always ours.
 *
 * @param defaultStepTimeout where neither the configuration nor the annotation says
 * @param configured by operation; beats the annotation
 * @param configuredOnProgress whether reports start the time anew, by operation; beats the
 *     annotation
 * @param grace how long a handler may take to end once it is interrupted
 */
public record StepTimer(
    Duration defaultStepTimeout,
    Map<String, Duration> configured,
    Map<String, OnProgress> configuredOnProgress,
    Duration grace) {
  private static final long MAX_MINUTES = 10_080;

  /** How long the method may take. */
  public Duration stepTimeout(HandlerMethod method) {
    Duration annotated = method.stepTimeout();
    return configured.getOrDefault(
        method.operation(), annotated == null ? defaultStepTimeout : annotated);
  }

  /** Whether a report gives the method its whole time again. */
  public boolean restartsOnProgress(HandlerMethod method) {
    OnProgress rule = configuredOnProgress.getOrDefault(method.operation(), OnProgress.UNSET);
    return (rule == OnProgress.UNSET ? method.onProgress() : rule) == OnProgress.RESTART_STEP_TIMER;
  }

  /** The service's step timer for a handler's time: rounded up, and a minute more. */
  public long stepTimeoutInMinutes(Duration stepTimeout) {
    Duration ours = stepTimeout.plus(grace);
    long minutes = ours.plusMinutes(1).minusNanos(1).toMinutes() + 1;
    return Math.min(minutes, MAX_MINUTES);
  }
}

package io.jobhandler.internal.admission;

import io.github.resilience4j.core.IntervalFunction;
import io.jobhandler.OnInterrupt;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.Map;

/**
 * How often a handler is attempted for one execution, and what becomes of one that was cut off. The
 * configuration beats the annotation, the annotation beats the default.
 *
 * @param defaultMaxAttempts where neither the configuration nor the annotation says
 * @param maxAttempts by operation; beats the annotation
 * @param onInterrupt by operation; beats the annotation
 * @param defaultBackoff the wait before a second attempt where the annotation does not say
 */
public record AttemptRules(
    int defaultMaxAttempts,
    Map<String, Integer> maxAttempts,
    Map<String, OnInterrupt> onInterrupt,
    Duration defaultBackoff) {

  /** So many ends of the process that were asked for; more count, lest a reboot loop never ends. */
  static final int MOST_FREE_ATTEMPTS = 20;

  private static final Duration SHORTEST_BACKOFF = Duration.ofMillis(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

  /** What becomes of an execution of the method that was cut off; never unset. */
  public OnInterrupt onInterrupt(HandlerMethod method) {
    OnInterrupt configured = onInterrupt.getOrDefault(method.operation(), OnInterrupt.UNSET);
    OnInterrupt rule = configured == OnInterrupt.UNSET ? method.policy().onInterrupt() : configured;
    return rule == OnInterrupt.UNSET ? OnInterrupt.FAIL : rule;
  }

  /** Whether one more attempt of the execution is allowed. */
  public boolean allowAnother(HandlerMethod method, JournalEntry entry) {
    int annotated = method.policy().maxAttempts();
    int most =
        maxAttempts.getOrDefault(
            method.operation(), annotated == 0 ? defaultMaxAttempts : annotated);
    return entry.countedAttempts() < most;
  }

  /** The execution after an attempt that ended as was asked for, and so does not count. */
  public JournalEntry free(JournalEntry entry) {
    return entry.freeAttempts() < MOST_FREE_ATTEMPTS ? entry.free() : entry;
  }

  /** How long to wait after an attempt: a millisecond to an hour. */
  public Duration backoff(HandlerMethod method, JournalEntry entry) {
    Duration annotated = method.policy().backoff();
    Duration first = annotated == null ? defaultBackoff : annotated;
    IntervalFunction delays =
        IntervalFunction.ofExponentialRandomBackoff(
            first.compareTo(SHORTEST_BACKOFF) < 0 ? SHORTEST_BACKOFF : first,
            2.0,
            0.2,
            LONGEST_BACKOFF);
    return Duration.ofMillis(delays.apply(Math.max(1, entry.countedAttempts())));
  }
}

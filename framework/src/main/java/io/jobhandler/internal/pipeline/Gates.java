package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.JobGate.Candidate;
import io.jobhandler.spi.JobGate.NotNow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the app's gates about a job, and again when the time has come that they name. Confined to
 * the loop.
 */
final class Gates {
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(Gates.class);

  private final List<JobGate> gates;
  private final Loop loop;
  private final Runnable askAgain;
  private final Map<ExecutionKey, Loop.Timer> shut = new HashMap<>();

  /**
   * Makes the gates of an agent.
   *
   * @param gates the app's
   * @param loop where everything runs
   * @param askAgain run when a job may be shown again
   */
  Gates(List<JobGate> gates, Loop loop, Runnable askAgain) {
    this.gates = List.copyOf(gates);
    this.loop = loop;
    this.askAgain = askAgain;
  }

  /** Forgets the jobs that wait no more: they have begun, or were given up in the cloud. */
  void keepOnly(Set<ExecutionKey> waiting) {
    List<ExecutionKey> over = shut.keySet().stream().filter(key -> !waiting.contains(key)).toList();
    over.forEach(this::forget);
  }

  private void forget(ExecutionKey key) {
    Loop.Timer timer = shut.remove(key);
    if (timer != null) {
      timer.cancel();
    }
  }

  /** Asks about no job any more. */
  void close() {
    keepOnly(Set.of());
  }

  /** Whether all gates let a job begin. */
  boolean open(DecodedJob job) {
    if (shut.containsKey(job.key())) {
      return false;
    }
    Candidate candidate =
        new Candidate(job.key().jobId(), job.key().executionNumber(), job.operation());
    for (JobGate gate : gates) {
      Optional<NotNow> notNow = ask(gate, candidate);
      if (notNow.isPresent()) {
        shut(job.key(), notNow.get());
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("CatchingUnchecked") // an app's Error must not hang the queue
  private static Optional<NotNow> ask(JobGate gate, Candidate candidate) {
    try {
      return Objects.requireNonNull(gate.check(candidate), "a gate must not return null");
    } catch (Throwable e) {
      LOG.error("A gate failed, and job {} stays QUEUED", candidate.jobId(), e);
      return Optional.of(new NotNow(AFTER_FAILURE, "the gate failed"));
    }
  }

  private void shut(ExecutionKey key, NotNow notNow) {
    LOG.info("Job {} stays QUEUED for {}: {}", key, notNow.retryAfter(), notNow.reason());
    shut.put(
        key,
        loop.schedule(
            notNow.retryAfter(),
            () -> {
              shut.remove(key);
              askAgain.run();
            }));
  }
}

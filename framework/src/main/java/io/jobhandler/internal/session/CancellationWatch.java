package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobsException;
import io.jobhandler.jobs.RejectedErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out that a running job was cancelled, for which the service has no message. Absence from a
 * list, a refused update and the mere passing of time are hints; only a description confirms one: a
 * stale list must never interrupt a handler that writes firmware. Confined to the loop.
 */
final class CancellationWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CancellationWatch.class);

  private final QueueService service;
  private final Loop loop;
  private final Duration interval;
  private final Jitter jitter;
  private final Consumer<ExecutionKey> gone;
  private final Map<ExecutionKey, Loop.Timer> watched = new HashMap<>();
  private final Set<ExecutionKey> asked = new HashSet<>();

  CancellationWatch(
      QueueService service,
      Loop loop,
      Duration interval,
      Jitter jitter,
      Consumer<ExecutionKey> gone) {
    this.service = service;
    this.loop = loop;
    this.interval = interval;
    this.jitter = jitter;
    this.gone = gone;
  }

  void watch(ExecutionKey key) {
    forget(key);
    watched.put(key, loop.schedule(jitter.around(interval), () -> check(key)));
  }

  void forget(ExecutionKey key) {
    Loop.Timer timer = watched.remove(key);
    if (timer != null) {
      timer.cancel();
    }
  }

  /** Checks those that have begun here and that a complete list does not name. */
  void checkAgainst(Listing list, Set<ExecutionKey> begun) {
    if (list.isComplete()) {
      Set<ExecutionKey> named = list.named();
      begun.stream().filter(key -> !named.contains(key)).forEach(this::check);
    }
  }

  /** Asks the service about a job, unless that is under way. */
  void check(ExecutionKey key) {
    if (!watched.containsKey(key) || !asked.add(key)) {
      return;
    }
    service
        .describeJobExecution(new DescribeJobExecutionRequest(key.jobId(), null, false, null))
        .whenComplete(
            (description, failure) -> {
              asked.remove(key);
              if (!watched.containsKey(key)) {
                return; // over meanwhile
              }
              if (failure == null
                  ? isGone(key, description.execution())
                  : isGone(JobsException.from(failure))) {
                LOG.info("Job {} was cancelled, deleted or timed out in the cloud", key);
                forget(key);
                gone.accept(key);
              } else {
                watch(key);
              }
            });
  }

  private static boolean isGone(ExecutionKey key, @Nullable JobExecution stored) {
    return stored != null && (stored.status().isTerminal() || Executions.isAnother(key, stored));
  }

  private static boolean isGone(JobsException failure) {
    RejectedErrorCode code = failure.code().orElse(null);
    return code == RejectedErrorCode.TERMINAL_STATE_REACHED
        || code == RejectedErrorCode.RESOURCE_NOT_FOUND;
  }
}

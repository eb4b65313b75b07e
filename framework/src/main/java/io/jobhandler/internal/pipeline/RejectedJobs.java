package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.flow.ExecutionKey;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that end because of their documents, until that is reported. Confined to the loop. */
final class RejectedJobs {
  private static final Logger LOG = LoggerFactory.getLogger(RejectedJobs.class);

  private final Consumer<ExecutionKey> over;
  private final Set<ExecutionKey> keys = new HashSet<>();

  /**
   * Rejects none yet.
   *
   * @param over told when the end of one was reported
   */
  RejectedJobs(Consumer<ExecutionKey> over) {
    this.over = over;
  }

  /**
   * Ends a job.
   *
   * @param report tells of it
   * @param fault what is wrong with its document
   */
  void reject(JobReport report, DocumentFaultException fault) {
    ExecutionKey key = report.key();
    LOG.warn("Job {} is rejected: {}", key, fault.getMessage());
    keys.add(key);
    report
        .end(fault.toOutcome(), null)
        .thenAccept(
            verdict -> {
              keys.remove(key);
              over.accept(key);
            });
  }

  /** Those whose end is being reported. */
  Set<ExecutionKey> keys() {
    return Set.copyOf(keys);
  }
}

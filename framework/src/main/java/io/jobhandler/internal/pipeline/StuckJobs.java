package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.health.Vitals;
import java.util.HashSet;
import java.util.Set;

/** The jobs on which a thread works that ignores its interruption. Confined to the loop. */
final class StuckJobs {
  private final Vitals vitals;
  private final Set<ExecutionKey> keys = new HashSet<>();

  StuckJobs(Vitals vitals) {
    this.vitals = vitals;
  }

  /**
   * A job's work ignores its interruption.
   *
   * @param key the job's execution
   * @param work what it is, for people
   */
  void add(ExecutionKey key, String work) {
    keys.add(key);
    vitals.wrong(
        Trouble.HANDLER_STUCK, key, "%s of job %s ignores its interruption".formatted(work, key));
  }

  /** A job's work has ended. */
  void remove(ExecutionKey key) {
    keys.remove(key);
    vitals.right(Trouble.HANDLER_STUCK, key);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  int size() {
    return keys.size();
  }

  boolean contains(ExecutionKey key) {
    return keys.contains(key);
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.health.Vitals;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds places of the queue that are kept for jobs on which nobody works: no other job would ever
 * begin there. Confined to the loop.
 */
final class PermitCheck {
  private final Vitals vitals;
  private final Set<ExecutionKey> leaked = new HashSet<>();

  PermitCheck(Vitals vitals) {
    this.vitals = vitals;
  }

  /**
   * Compares what should be the same between two tasks of the loop.
   *
   * @param running the jobs that the queue keeps a place for
   * @param known the jobs that somebody works on
   */
  void check(Set<ExecutionKey> running, Set<ExecutionKey> known) {
    Set<ExecutionKey> lost = new HashSet<>(running);
    lost.removeAll(known);
    leaked.stream()
        .filter(key -> !lost.contains(key))
        .forEach(key -> vitals.right(Trouble.PERMIT_LEAKED, key));
    leaked.clear();
    leaked.addAll(lost);
    leaked.forEach(
        key ->
            vitals.wrong(
                Trouble.PERMIT_LEAKED,
                key,
                "the queue waits for job %s, on which nobody works".formatted(key)));
  }
}

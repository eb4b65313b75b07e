package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.session.Turn;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says which jobs may run side by side: those of one operation run in their order and one by one,
 * and an exclusive one runs alone. Confined to the loop.
 */
final class Turns {
  private final Gates gates;
  private final Set<String> heldOperations = new HashSet<>();

  Turns(Gates gates) {
    this.gates = gates;
  }

  /** Jobs are shown anew, in their order. */
  void fromTheFirst() {
    heldOperations.clear();
  }

  /**
   * Says whether a job may begin.
   *
   * @param job the job
   * @param begun whether it is IN_PROGRESS and goes on, so that no gate is asked
   * @param running the jobs that run
   * @param parked the operations of those that wait for their next attempt
   */
  Turn turnOf(
      DecodedJob job,
      boolean begun,
      Collection<DecodedJob> running,
      Map<ExecutionKey, String> parked) {
    boolean exclusive = isExclusive(job);
    if (running.stream().anyMatch(Turns::isExclusive) || (exclusive && !running.isEmpty())) {
      return Turn.ALONE;
    }
    String operation = job.operation();
    if (heldOperations.contains(operation)
        || running.stream().anyMatch(other -> other.operation().equals(operation))
        || isParked(operation, job.key(), parked)
        || !(begun || gates.open(job))) {
      heldOperations.add(operation);
      return Turn.LATER;
    }
    return Turn.NOW;
  }

  private static boolean isParked(
      String operation, ExecutionKey key, Map<ExecutionKey, String> parked) {
    return parked.entrySet().stream()
        .anyMatch(other -> other.getValue().equals(operation) && !other.getKey().equals(key));
  }

  private static boolean isExclusive(DecodedJob job) {
    return job.handler().method().policy().exclusive();
  }
}

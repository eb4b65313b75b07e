package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.session.Turn;
import java.util.Collection;
import java.util.HashSet;
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

  /**
   * Jobs are shown anew, in their order.
   *
   * @param waiting all that wait, shown or not
   */
  void fromTheFirst(Set<ExecutionKey> waiting) {
    heldOperations.clear();
    gates.keepOnly(waiting);
  }

  /** No job begins any more. */
  void close() {
    gates.close();
  }

  /**
   * Says whether a job may begin.
   *
   * @param job the job
   * @param begun whether it is IN_PROGRESS and goes on, so that no gate is asked
   * @param running the jobs that run
   * @param parked the operations of those that have begun and wait for their next attempt
   */
  Turn turnOf(
      DecodedJob job, boolean begun, Collection<DecodedJob> running, Collection<String> parked) {
    if (running.stream().anyMatch(Turns::isExclusive)) {
      return Turn.ALONE;
    }
    String operation = job.operation();
    // What has begun does not wait for others that have and wait too, or each would for the other.
    if (heldOperations.contains(operation)
        || running.stream().anyMatch(other -> other.operation().equals(operation))
        || (!begun && (parked.contains(operation) || !gates.open(job)))) {
      heldOperations.add(operation);
      return Turn.LATER;
    }
    // After the gates: those behind a job that may not begin anyway need not wait for it.
    return isExclusive(job) && !running.isEmpty() ? Turn.ALONE : Turn.NOW;
  }

  private static boolean isExclusive(DecodedJob job) {
    return job.handler().method().policy().exclusive();
  }
}

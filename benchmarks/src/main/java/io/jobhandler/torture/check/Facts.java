package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.plan.PlannedJob;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;

/**
 * What is known of a round.
 *
 * @param jobs the jobs that were created
 * @param lines the ledger
 * @param histories the service's history by job
 * @param killedLives the device's processes that were killed
 * @param restartedLives those that ended because a handler had asked for a restart, which cuts off
 *     the others that may be run again
 * @param cancelledBefore the jobs of earlier rounds that were cancelled; a device that was killed
 *     may restore a valid state once more
 */
public record Facts(
    List<PlannedJob> jobs,
    List<LedgerLine> lines,
    Map<String, List<HistoryLine>> histories,
    NavigableSet<Integer> killedLives,
    Set<Integer> restartedLives,
    Set<String> cancelledBefore) {

  List<HistoryLine> history(PlannedJob job) {
    return histories.getOrDefault(job.jobId(), List.of());
  }

  /** Whether a process was killed, or ended for a restart. */
  boolean isCutOff(int life) {
    return killedLives.contains(life) || restartedLives.contains(life);
  }

  /** Whether there are handlers that ask for restarts. */
  boolean mayRestart() {
    return jobs.stream().anyMatch(job -> job.kind().asksForRestart());
  }

  /** Whether a process was killed, or one after it. */
  boolean isKilledSince(int life) {
    return killedLives.ceiling(life) != null;
  }
}

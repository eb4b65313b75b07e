package io.jobhandler.torture;

import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.KillPlan;
import java.util.List;

/** Says when the time has come to kill a process from here. */
final class KillMoment {
  private final KillPlan plan;
  private final Life life;
  private long dueNanos;
  private boolean due;

  /**
   * Begins to wait.
   *
   * @param plan when
   * @param life the process
   */
  KillMoment(KillPlan plan, Life life) {
    this.plan = plan;
    this.life = life;
    if (plan instanceof KillPlan.AfterStart after) {
      dueIn(after.delay().toNanos());
    }
  }

  private void dueIn(long nanos) {
    due = true;
    dueNanos = System.nanoTime() + nanos;
  }

  /** Takes note of what the device has done. */
  void look(List<LedgerLine> lines) {
    if (due) {
      return;
    }
    List<LedgerLine> own = lines.stream().filter(line -> line.life() == life.number()).toList();
    if (plan instanceof KillPlan.AfterLines after && own.size() >= after.lines()) {
      dueIn(after.delay().toNanos());
    } else if (plan instanceof KillPlan.AfterBegin after && hasBegun(own, after.jobId())) {
      dueIn(after.delay().toNanos());
    }
  }

  private static boolean hasBegun(List<LedgerLine> lines, String jobId) {
    return lines.stream()
        .anyMatch(line -> line.what() == What.STARTED && line.jobId().equals(jobId));
  }

  boolean hasCome() {
    return due && System.nanoTime() - dueNanos >= 0;
  }
}

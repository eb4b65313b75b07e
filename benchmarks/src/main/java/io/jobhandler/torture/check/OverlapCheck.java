package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Kind;
import io.jobhandler.torture.plan.Operations;
import io.jobhandler.torture.plan.PlannedJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** No two handlers of one operation run at the same time, and none beside an exclusive one. */
final class OverlapCheck {
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<String, Running> running = new HashMap<>();
  private final List<Finding> findings;

  private record Running(LedgerLine line, Kind kind) {}

  private OverlapCheck(List<PlannedJob> jobs, List<Finding> findings) {
    jobs.forEach(job -> kinds.put(job.jobId(), job.kind()));
    this.findings = findings;
  }

  static void check(Facts facts, List<Finding> findings) {
    OverlapCheck check = new OverlapCheck(facts.jobs(), findings);
    facts.lines().forEach(check::take);
  }

  private void take(LedgerLine line) {
    Kind kind = kinds.get(line.jobId());
    switch (line.what()) {
      case UP -> running.clear(); // the process before it is gone
      case STARTED, CONTINUED, CANCELLED -> begin(line, kind);
      case ENDED -> running.remove(key(line));
      case UNSHIELDED -> checkShield(line);
      default -> {
        // Happens within what runs.
      }
    }
  }

  /** A handler and what restores after it are two. */
  private static String key(LedgerLine line) {
    boolean restores = line.what() == What.CANCELLED || line.step().equals(End.RESTORED.name());
    return line.jobId() + (restores ? " restored" : "");
  }

  private void begin(LedgerLine line, @Nullable Kind kind) {
    if (kind == null) {
      return; // of an earlier round
    }
    running.values().stream()
        .filter(other -> exclude(other.kind, kind))
        .forEach(other -> overlap(line, "%s runs".formatted(other.line)));
    running.put(key(line), new Running(line, kind));
    long handlers =
        running.values().stream().filter(one -> one.line.what() != What.CANCELLED).count();
    if (handlers > Operations.AT_ONCE) {
      overlap(line, handlers + " handlers run");
    }
  }

  private static boolean exclude(Kind one, Kind other) {
    return one.operation().equals(other.operation()) || one.isExclusive() || other.isExclusive();
  }

  private void overlap(LedgerLine line, String text) {
    findings.add(
        new Finding(
            Finding.Type.DUPLICATED, line.jobId(), "%s begins while %s".formatted(line, text)));
  }

  private void checkShield(LedgerLine line) {
    if (!line.value().isEmpty()) {
      findings.add(
          new Finding(
              Finding.Type.WRONG, line.jobId(), "is interrupted under its shield: " + line));
    }
  }
}

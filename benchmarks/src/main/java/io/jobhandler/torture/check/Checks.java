package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.PlannedJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All checks of a round. */
public final class Checks {
  private Checks() {}

  /** What must not be; empty where all is well. */
  public static List<Finding> findings(Facts facts) {
    List<Finding> findings = new ArrayList<>();
    for (PlannedJob job : facts.jobs()) {
      Story story = Story.of(job, facts.lines());
      EndCheck.check(facts, story, findings);
      StartCheck.check(facts, story, findings);
      ContinuationCheck.check(story, findings);
      StepCheck.check(story, findings);
      CancellationCheck.check(facts, story, findings);
    }
    OverlapCheck.check(facts, findings);
    checkStrangers(facts, findings);
    return findings;
  }

  /** Whether something that was cancelled is still to be restored. */
  public static boolean awaitRestoring(Facts facts) {
    return facts.jobs().stream()
        .anyMatch(job -> CancellationCheck.awaitsRestoring(facts, Story.of(job, facts.lines())));
  }

  /** How many handlers were started. */
  public static long starts(List<LedgerLine> lines) {
    return lines.stream()
        .filter(line -> line.what() == What.STARTED || line.what() == What.CONTINUED)
        .count();
  }

  /** How the executions ended, status and reason, as the service has it. */
  public static List<String> ends(Facts facts) {
    return facts.histories().values().stream()
        .flatMap(List::stream)
        .filter(HistoryLine::isEnd)
        .map(line -> (line.to() + " " + line.reasonCode()).strip())
        .toList();
  }

  /** Executions of earlier rounds have ended; nothing is done for them but to restore. */
  private static void checkStrangers(Facts facts, List<Finding> findings) {
    Set<String> ours =
        facts.jobs().stream().map(PlannedJob::jobId).collect(Collectors.toUnmodifiableSet());
    for (LedgerLine line : facts.lines()) {
      boolean stranger = line.what() != What.UP && !ours.contains(line.jobId());
      boolean restores =
          (line.what() == What.CANCELLED || line.what() == What.ENDED)
              && facts.cancelledBefore().contains(line.jobId());
      if (stranger && !restores) {
        findings.add(
            new Finding(
                Finding.Type.DUPLICATED,
                line.jobId(),
                "ended in an earlier round, and now " + line));
      }
    }
  }
}

package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A durable step that is stored is not done again, and its value is given back. */
final class StepCheck {
  private StepCheck() {}

  static void check(Story story, List<Finding> findings) {
    String jobId = story.job().jobId();
    Map<String, String> kept = new HashMap<>();
    Set<String> done = new HashSet<>();
    for (LedgerLine line : story.lines()) {
      String before = kept.get(line.step());
      if (line.what() == What.STEP_BEGUN && before != null) {
        findings.add(
            new Finding(Finding.Type.DUPLICATED, jobId, "does a stored step again: " + line));
      } else if (line.what() == What.STEP_DONE) {
        done.add(line.value());
      } else if (line.what() == What.STEP_KEPT) {
        if (!done.contains(line.value()) || (before != null && !before.equals(line.value()))) {
          findings.add(
              new Finding(
                  Finding.Type.WRONG, jobId, "gets another value than " + before + ": " + line));
        }
        kept.put(line.step(), line.value());
      }
    }
  }
}

package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.PlannedJob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger tells of one execution.
 *
 * @param job the job
 * @param lines its lines
 * @param parts the calls, in their order
 */
record Story(PlannedJob job, List<LedgerLine> lines, List<Part> parts) {

  static Story of(PlannedJob job, List<LedgerLine> ledger) {
    List<LedgerLine> lines =
        ledger.stream().filter(line -> line.jobId().equals(job.jobId())).toList();
    List<Part> parts = new ArrayList<>();
    for (LedgerLine line : lines) {
      switch (line.what()) {
        case STARTED, CONTINUED, CANCELLED -> parts.add(new Part(line, null));
        case ENDED -> end(parts, line);
        default -> {
          // Happens within a part.
        }
      }
    }
    return new Story(job, lines, List.copyOf(parts));
  }

  private static void end(List<Part> parts, LedgerLine line) {
    End end = End.valueOf(line.step());
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part.life() == line.life()
          && part.end() == null
          && part.isAttempt() == (end != End.RESTORED)) {
        parts.set(i, new Part(part.begin(), end));
        return;
      }
    }
  }

  List<Part> attempts() {
    return parts.stream().filter(Part::isAttempt).toList();
  }

  @Nullable Part lastAttempt() {
    List<Part> attempts = attempts();
    return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
  }

  /** How many attempts have ended in one of some ways. */
  long ended(End... ways) {
    return attempts().stream().filter(part -> Arrays.asList(ways).contains(part.end())).count();
  }

  /** The last attempt that ended in a way; null where none did. */
  @Nullable Part last(End way) {
    return attempts().stream()
        .filter(part -> part.end() == way)
        .reduce((former, latter) -> latter)
        .orElse(null);
  }

  boolean hasLine(What what) {
    return lines.stream().anyMatch(line -> line.what() == what);
  }
}

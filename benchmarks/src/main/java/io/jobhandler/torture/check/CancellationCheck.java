package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is cancelled is restored once its handler has ended, and nothing is said of it. */
final class CancellationCheck {
  private final Facts facts;
  private final Story story;
  private final List<Finding> findings;

  private CancellationCheck(Facts facts, Story story, List<Finding> findings) {
    this.facts = facts;
    this.story = story;
    this.findings = findings;
  }

  static void check(Facts facts, Story story, List<Finding> findings) {
    Optional<HistoryLine> cancelled = cancellation(facts, story);
    CancellationCheck check = new CancellationCheck(facts, story, findings);
    if (cancelled.isPresent()) {
      check.check(cancelled.get());
    } else if (story.hasLine(What.CANCELLED)) {
      check.wrong("is restored, but was not cancelled: " + story.parts());
    }
  }

  private static Optional<HistoryLine> cancellation(Facts facts, Story story) {
    return facts.history(story.job()).stream()
        .filter(line -> line.accepted() && line.to().equals("CANCELED"))
        .findFirst();
  }

  /** Whether the execution was cancelled and a valid state is still to be restored. */
  static boolean awaitsRestoring(Facts facts, Story story) {
    CancellationCheck check = new CancellationCheck(facts, story, new ArrayList<>());
    return cancellation(facts, story).map(check::awaitsRestoring).orElse(false);
  }

  private boolean awaitsRestoring(HistoryLine cancelled) {
    return mustBeRestored(cancelled) && !isRestored();
  }

  private void check(HistoryLine cancelled) {
    if (awaitsRestoring(cancelled)) {
      wrong("was cancelled after its handler had begun, and is not restored: " + story.parts());
    }
    if (isReported(cancelled) && !mayHaveEnded()) {
      wrong("was cancelled, and its end was reported all the same: " + story.parts());
    }
    checkNoStartAfter(cancelled);
    checkNoStartAfterRestore();
  }

  /**
   * An execution that has ended by itself, or by the rules, when the cancellation is seen is not.
   */
  private boolean mustBeRestored(HistoryLine cancelled) {
    Part last = story.lastAttempt();
    return last != null && (last.end() == null || !last.end().isFinal()) && !isReported(cancelled);
  }

  private boolean isRestored() {
    return story.parts().stream().anyMatch(part -> part.end() == End.RESTORED);
  }

  private boolean isReported(HistoryLine cancelled) {
    return facts.history(story.job()).stream()
        .anyMatch(
            line ->
                line.isByDevice()
                    && line.isTerminal()
                    && !line.accepted()
                    && line.atMicros() >= cancelled.atMicros());
  }

  /** It ended by itself, or it was cut off, which is an end where it may not run again. */
  private boolean mayHaveEnded() {
    Part last = story.lastAttempt();
    return last == null
        ? !facts.killedLives().isEmpty()
        : (last.end() != null && last.end().isFinal()) || facts.killedLives().contains(last.life());
  }

  private void checkNoStartAfter(HistoryLine cancelled) {
    for (Part attempt : story.attempts()) {
      if (upOf(attempt.life()) > cancelled.atMicros()) {
        wrong("was started by a process that came up after the cancellation: " + attempt);
      }
    }
  }

  private long upOf(int life) {
    return facts.lines().stream()
        .filter(line -> line.what() == What.UP && line.life() == life)
        .map(LedgerLine::atMicros)
        .findFirst()
        .map(Objects::requireNonNull)
        .orElseThrow(() -> new IllegalStateException("process " + life + " never came up"));
  }

  private void checkNoStartAfterRestore() {
    boolean restored = false;
    for (Part part : story.parts()) {
      if (restored && part.isAttempt()) {
        wrong("was started after it had been restored: " + part);
      }
      restored |= !part.isAttempt();
    }
  }

  private void wrong(String text) {
    findings.add(new Finding(Finding.Type.WRONG, story.job().jobId(), text));
  }
}

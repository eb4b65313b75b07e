package io.jobhandler.torture.check;

import io.jobhandler.RestartCause;
import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes on does so from what was stored, and for the reason that it is told. */
final class ContinuationCheck {
  private final Story story;
  private final List<Finding> findings;
  private int kept;
  private int written;
  private @Nullable LedgerLine lastBegin;
  private @Nullable LedgerLine lastAsked;

  private ContinuationCheck(Story story, List<Finding> findings) {
    this.story = story;
    this.findings = findings;
  }

  static void check(Story story, List<Finding> findings) {
    ContinuationCheck check = new ContinuationCheck(story, findings);
    story.lines().forEach(check::take);
  }

  private void take(LedgerLine line) {
    switch (line.what()) {
      case STARTED -> onStarted(line);
      case CONTINUED -> onContinued(line);
      case CHECKPOINT -> written = Integer.parseInt(line.value());
      case CHECKPOINT_KEPT -> kept = Integer.parseInt(line.value());
      case CHECKPOINT_GIVEN -> onGiven(line);
      case ENDED -> onEnded(line);
      default -> {
        // Says nothing of this.
      }
    }
  }

  private void onStarted(LedgerLine line) {
    if (kept > 0) {
      wrong("is started from its begin, although checkpoint " + kept + " is stored", line);
    }
    lastBegin = line;
  }

  private void onContinued(LedgerLine line) {
    if (lastAsked == null && written == 0) {
      wrong("goes on without a checkpoint and without having asked for a restart", line);
    }
    RestartCause cause = RestartCause.valueOf(line.value());
    if (!hasCome(cause, line)) {
      wrong(
          "goes on, but there was no %s since %s and %s".formatted(cause, lastBegin, lastAsked),
          line);
    }
    lastBegin = line;
  }

  private boolean hasCome(RestartCause cause, LedgerLine line) {
    return switch (cause) {
      case REBOOT -> lastAsked != null && !line.bootId().equals(lastAsked.bootId());
      case PROCESS_RESTART -> lastAsked != null && line.life() != lastAsked.life();
      case INTERRUPTION -> lastBegin == null || line.life() != lastBegin.life();
      case NONE -> false;
    };
  }

  private void onGiven(LedgerLine line) {
    int given = Integer.parseInt(line.value());
    if (given < kept || given > written) {
      wrong("goes on from another checkpoint than %d to %d".formatted(kept, written), line);
    }
  }

  private void onEnded(LedgerLine line) {
    End end = End.valueOf(line.step());
    if (end.asksForRestart()) {
      lastAsked = line;
    }
  }

  private void wrong(String text, LedgerLine line) {
    findings.add(
        new Finding(Finding.Type.WRONG, story.job().jobId(), "%s: %s".formatted(text, line)));
  }
}

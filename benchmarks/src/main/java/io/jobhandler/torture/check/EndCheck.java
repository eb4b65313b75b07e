package io.jobhandler.torture.check;

import io.jobhandler.ReasonCode;
import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Kind;
import io.jobhandler.torture.plan.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each execution has one accepted end, and it is what the ledger says. */
final class EndCheck {
  private static final int MOST_RESTART_REQUESTS = 3;

  private final Facts facts;
  private final Story story;
  private final Kind kind;
  private final @Nullable Part last;

  private EndCheck(Facts facts, Story story) {
    this.facts = facts;
    this.story = story;
    this.kind = story.job().kind();
    this.last = story.lastAttempt();
  }

  static void check(Facts facts, Story story, List<Finding> findings) {
    String jobId = story.job().jobId();
    List<HistoryLine> history = facts.history(story.job());
    List<HistoryLine> ends = history.stream().filter(HistoryLine::isEnd).toList();
    if (ends.isEmpty()) {
      findings.add(
          new Finding(Finding.Type.LOST, jobId, "has no end: " + history + ", " + story.parts()));
    } else if (ends.size() > 1) {
      findings.add(new Finding(Finding.Type.DUPLICATED, jobId, "has several ends: " + ends));
    } else if (!new EndCheck(facts, story).explains(ends.get(0))) {
      findings.add(
          new Finding(
              Finding.Type.WRONG,
              jobId,
              "ended %s, but the ledger says %s; killed processes: %s"
                  .formatted(ends.get(0), story.parts(), facts.killedLives())));
    }
  }

  private boolean explains(HistoryLine end) {
    return switch (end.to()) {
      case "SUCCEEDED" -> explainsSuccess();
      case "FAILED" -> explainsFailure(end.reasonCode());
      case "REJECTED" -> explainsRefusal(end);
      case "CANCELED" -> kind.isCancelled() && !end.isByDevice();
      default -> false;
    };
  }

  private boolean explainsRefusal(HistoryLine end) {
    String reason =
        kind == Kind.UNKNOWN ? ReasonCode.UNKNOWN_OPERATION : ReasonCode.INVALID_DOCUMENT;
    return kind.isRefused()
        && end.from().equals("QUEUED")
        && end.reasonCode().equals(reason)
        && story.lines().isEmpty();
  }

  private boolean explainsSuccess() {
    if (last == null || last.end() != End.SUCCEEDED) {
      return false;
    }
    return switch (kind) {
      case REBOOT -> isContinued(last) && hasRebooted(last);
      case RESTART -> isContinued(last) && hasRestarted(last);
      default -> true;
    };
  }

  private static boolean isContinued(Part part) {
    return part.begin().what() == What.CONTINUED;
  }

  private boolean hasRebooted(Part part) {
    Part asked = story.last(End.REBOOT);
    return asked != null && !asked.begin().bootId().equals(part.begin().bootId());
  }

  private boolean hasRestarted(Part part) {
    Part asked = story.last(End.RESTART);
    return asked != null && asked.life() != part.life();
  }

  private boolean explainsFailure(String reasonCode) {
    return switch (reasonCode) {
      case Operations.BROKEN_REASON -> last != null && last.end() == End.FAILED;
      case ReasonCode.HANDLER_ERROR -> endedLast(End.THROWN);
      case ReasonCode.INTERRUPTED -> !kind.mayRunAgain() && isCutOff();
      case ReasonCode.ATTEMPTS_EXHAUSTED -> endedLast(End.LATER) || isExhausted();
      case ReasonCode.NOT_RESTARTED -> kind == Kind.REBOOT && isNotRebooted();
      default -> false;
    };
  }

  /** The last of all attempts ended in a way after which there would have been another. */
  private boolean endedLast(End end) {
    return last != null && last.end() == end && last.begin().attempt() >= kind.maxAttempts();
  }

  /** Whether the process may have gone before the execution's end, or a retry, was stored. */
  private boolean isCutOff() {
    if (last == null) {
      return facts.isKilledSince(0);
    }
    boolean goesOn =
        (last.end() != null && !last.end().isFinal())
            || facts.restartedLives().contains(last.life());
    return goesOn ? facts.isKilledSince(last.life()) : facts.killedLives().contains(last.life());
  }

  /** Every attempt was cut off, or failed. Some may have been cut off before the first line. */
  private boolean isExhausted() {
    return kind.mayRunAgain()
        && isCutOff()
        && facts.killedLives().size() + story.ended(End.THROWN, End.LATER) >= kind.maxAttempts();
  }

  private boolean isNotRebooted() {
    Part asked = story.last(End.REBOOT);
    return asked != null
        && facts.lines().stream()
                .filter(line -> line.what() == What.UP && line.life() > asked.life())
                .filter(line -> line.bootId().equals(asked.begin().bootId()))
                .map(LedgerLine::life)
                .distinct()
                .count()
            >= MOST_RESTART_REQUESTS;
  }
}

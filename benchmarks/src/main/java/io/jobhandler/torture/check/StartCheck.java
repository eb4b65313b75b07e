package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.plan.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No attempt is made twice, and none without a reason. */
final class StartCheck {
  private StartCheck() {}

  static void check(Facts facts, Story story, List<Finding> findings) {
    String jobId = story.job().jobId();
    Kind kind = story.job().kind();
    List<Part> attempts = story.attempts();
    Set<List<Long>> seen = new HashSet<>();
    for (int i = 0; i < attempts.size(); i++) {
      Part attempt = attempts.get(i);
      if (!seen.add(List.of(attempt.begin().executionNumber(), (long) attempt.begin().attempt()))) {
        findings.add(duplicate(jobId, "was started twice as the same attempt: " + attempts));
      }
      if (i > 0 && !mayFollow(facts, kind, attempts.get(i - 1), attempt)) {
        findings.add(
            duplicate(
                jobId, "was started again after %s: %s".formatted(attempts.get(i - 1), attempt)));
      }
    }
    long most = kind.maxAttempts() + attempts.stream().filter(part -> isFree(facts, part)).count();
    if (attempts.size() > most) {
      findings.add(duplicate(jobId, "has more than %d attempts: %s".formatted(most, attempts)));
    }
    checkAfterEnd(facts, story, findings);
  }

  private static Finding duplicate(String jobId, String text) {
    return new Finding(Finding.Type.DUPLICATED, jobId, text);
  }

  private static boolean mayFollow(Facts facts, Kind kind, Part former, Part latter) {
    End end = former.end();
    if (end != null && end.asksForRetry()) {
      return true;
    }
    if (former.life() == latter.life()) {
      return false;
    }
    if (end != null && end.asksForRestart()) {
      return true;
    }
    return kind.mayRunAgain() && facts.isCutOff(former.life());
  }

  /**
   * An attempt that asked for a restart does not count, nor one that another's restart cut off. The
   * device may be killed while it waits for that restart.
   */
  private static boolean isFree(Facts facts, Part attempt) {
    End end = attempt.end();
    return facts.restartedLives().contains(attempt.life())
        || (end != null && !end.asksForRetry() && (!end.isFinal() || facts.mayRestart()));
  }

  /** What the device has said, and what was accepted, is its last word. */
  private static void checkAfterEnd(Facts facts, Story story, List<Finding> findings) {
    facts.history(story.job()).stream()
        .filter(line -> line.isEnd() && line.isByDevice())
        .forEach(
            end ->
                story.parts().stream()
                    .filter(part -> part.begin().atMicros() > end.atMicros())
                    .forEach(
                        part ->
                            findings.add(
                                duplicate(
                                    story.job().jobId(),
                                    "was started after its end, %s: %s".formatted(end, part)))));
  }
}

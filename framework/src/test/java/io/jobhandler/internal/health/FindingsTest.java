package io.jobhandler.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong, in which order, and who is told that it has changed. */
class FindingsTest {
  private static final Duration MOMENT = Trouble.END_NOT_REPORTED.patience();

  private final ManualScheduler time = new ManualScheduler();
  private int changes;
  private final Findings findings = new Findings(time::nanoTime, () -> changes++);

  private List<String> texts() {
    return findings.list().stream().map(Finding::text).toList();
  }

  @Test
  void nothingIsWrongAtFirst() {
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void whatIsWrongLastsUntilItIsRight() {
    findings.wrong(Trouble.OFFLINE, "link", "lost");
    time.advance(Duration.ofSeconds(3));
    assertThat(findings.list())
        .containsExactly(new Finding(Trouble.OFFLINE, "lost", Duration.ofSeconds(3)));

    findings.right(Trouble.OFFLINE, "link");
    assertThat(findings.list()).isEmpty();
    assertThat(changes).isEqualTo(2);
  }

  @Test
  void theFirstTimeCountsAndTheLastText() {
    findings.wrong(Trouble.JOURNAL_FAILING, "store", "disk full");
    time.advance(Duration.ofSeconds(5));
    findings.wrong(Trouble.JOURNAL_FAILING, "store", "disk gone");

    assertThat(findings.list())
        .containsExactly(new Finding(Trouble.JOURNAL_FAILING, "disk gone", Duration.ofSeconds(5)));
  }

  @Test
  void troublesAboutDifferentThingsAreDifferent() {
    findings.wrong(Trouble.JOURNAL_FAILING, "store", "cannot be written");
    findings.wrong(Trouble.JOURNAL_FAILING, "remove", "cannot forget");
    findings.right(Trouble.JOURNAL_FAILING, "store");
    findings.right(Trouble.OFFLINE, "remove");

    assertThat(texts()).containsExactly("cannot forget");
  }

  @Test
  void theGravestComesFirstAndThenTheOldest() {
    findings.wrong(Trouble.OFFLINE, "link", "c");
    findings.wrong(Trouble.HANDLER_STUCK, "job-2", "b");
    findings.wrong(Trouble.HANDLER_STUCK, "job-1", "a");
    time.advance(Duration.ofSeconds(1));
    findings.wrong(Trouble.HANDLER_STUCK, "job-0", "0, but later");

    assertThat(texts()).containsExactly("a", "b", "0, but later", "c");
  }

  @Test
  void whatIsUsualForAMomentIsToldWhenItLastsForLonger() {
    findings.wrong(Trouble.END_NOT_REPORTED, "job-1", "not accepted yet");
    time.advance(MOMENT.minusNanos(1));
    assertThat(findings.list()).isEmpty();

    time.advance(Duration.ofNanos(1));
    assertThat(texts()).containsExactly("not accepted yet");
    assertThat(changes).isZero();
    findings.right(Trouble.END_NOT_REPORTED, "job-1");
    assertThat(findings.list()).isEmpty();
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void nobodyIsToldOfWhatWasWrongForAMomentOnly() {
    findings.wrong(Trouble.END_NOT_REPORTED, "job-1", "not accepted yet");
    findings.right(Trouble.END_NOT_REPORTED, "job-1");

    assertThat(changes).isZero();
  }

  @Test
  void nobodyIsToldOfWhatWasRightAlready() {
    findings.right(Trouble.OFFLINE, "link");

    assertThat(changes).isZero();
  }

  @Test
  void changesNothingWhenItIsFrozen() {
    findings.wrong(Trouble.OFFLINE, "link", "lost");
    findings.freeze();
    findings.right(Trouble.OFFLINE, "link");
    findings.wrong(Trouble.NO_THREAD, "threads", "closed");

    assertThat(texts()).containsExactly("lost");
    assertThat(changes).isEqualTo(1);
  }
}

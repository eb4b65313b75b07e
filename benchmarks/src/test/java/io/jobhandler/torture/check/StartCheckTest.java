package io.jobhandler.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.plan.Kind;
import org.junit.jupiter.api.Test;

class StartCheckTest {

  private static Scenario started(Kind kind) {
    return new Scenario().job("a", kind).started("a", 1);
  }

  private static Scenario succeeds(Scenario scenario, int attempt) {
    return scenario.ended("a", attempt, End.SUCCEEDED).accepts("a", "SUCCEEDED", "");
  }

  @Test
  void acceptsAnotherAttemptAfterAKill() {
    assertThat(succeeds(started(Kind.CAPPED).kill().started("a", 2), 2).findings()).isEmpty();
  }

  @Test
  void findsTheSameAttemptTwice() {
    assertThat(succeeds(started(Kind.CAPPED).kill().started("a", 1), 1).findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void findsAnotherAttemptOfWhatMayNotRunAgain() {
    assertThat(succeeds(started(Kind.STRICT).kill().started("a", 2), 2).findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void findsAnotherAttemptWithoutAReason() {
    assertThat(
            succeeds(started(Kind.CAPPED).ended("a", 1, End.SUCCEEDED).started("a", 2), 2)
                .findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void acceptsRetriesInTheSameProcess() {
    assertThat(
            succeeds(started(Kind.FLAKY).ended("a", 1, End.THROWN).started("a", 2), 2).findings())
        .isEmpty();
  }

  @Test
  void acceptsAnAttemptThatWasCutOffForARestart() {
    assertThat(
            succeeds(
                    started(Kind.CAPPED).ended("a", 1, End.INTERRUPTED).restart().started("a", 2),
                    2)
                .findings())
        .isEmpty();
  }

  @Test
  void findsMoreAttemptsThanTheCap() {
    assertThat(
            succeeds(started(Kind.CAPPED).kill().started("a", 2).kill().started("a", 3), 3)
                .findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void leavesWhatARestartCutOffOutOfTheCount() {
    assertThat(
            succeeds(
                    started(Kind.CAPPED)
                        .ended("a", 1, End.INTERRUPTED)
                        .restart()
                        .started("a", 2)
                        .kill()
                        .started("a", 3),
                    3)
                .findings())
        .isEmpty();
  }

  @Test
  void findsAStartAfterTheEnd() {
    assertThat(
            succeeds(started(Kind.CAPPED), 1)
                .kill()
                .started("a", 2)
                .ended("a", 2, End.SUCCEEDED)
                .findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void findsWorkForAnEarlierRoundsJob() {
    assertThat(new Scenario().started("z", 2).findings()).containsExactly("DUPLICATED z");
  }

  @Test
  void acceptsThatAnEarlierRoundsJobIsRestoredOnceMore() {
    assertThat(
            new Scenario()
                .cancelledBefore("z")
                .restoring("z", 1)
                .ended("z", 1, End.RESTORED)
                .findings())
        .isEmpty();
    assertThat(new Scenario().restoring("z", 1).findings()).containsExactly("DUPLICATED z");
  }
}

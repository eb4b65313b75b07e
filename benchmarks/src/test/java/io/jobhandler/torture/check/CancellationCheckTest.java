package io.jobhandler.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.plan.Kind;
import org.junit.jupiter.api.Test;

class CancellationCheckTest {

  private static Scenario started(Kind kind) {
    return new Scenario().job("a", kind).started("a", 1);
  }

  private static Scenario restored(Scenario scenario) {
    return scenario.restoring("a", 1).ended("a", 1, End.RESTORED);
  }

  @Test
  void acceptsWhatIsRestoredAfterTheHandler() {
    Scenario scenario = restored(started(Kind.UNDONE).cancels("a").ended("a", 1, End.INTERRUPTED));

    assertThat(scenario.findings()).isEmpty();
    assertThat(Checks.awaitRestoring(scenario.facts())).isFalse();
  }

  @Test
  void findsWhatIsNotRestored() {
    Scenario scenario = started(Kind.UNDONE).cancels("a").ended("a", 1, End.INTERRUPTED);

    assertThat(scenario.findings()).containsExactly("WRONG a");
    assertThat(Checks.awaitRestoring(scenario.facts())).isTrue();
  }

  @Test
  void findsARestorationThatDidNotEnd() {
    assertThat(started(Kind.UNDONE).cancels("a").restoring("a", 1).findings()).contains("WRONG a");
  }

  @Test
  void asksForNoRestorationWhereNothingHasBegun() {
    assertThat(new Scenario().job("a", Kind.UNDONE).cancels("a").findings()).isEmpty();
  }

  @Test
  void asksForNoRestorationWhereTheHandlerHasEnded() {
    assertThat(
            started(Kind.UNDONE)
                .cancels("a")
                .ended("a", 1, End.SUCCEEDED)
                .refuses("a", "SUCCEEDED")
                .findings())
        .isEmpty();
    assertThat(started(Kind.UNDONE).kill().cancels("a").refuses("a", "FAILED").findings())
        .isEmpty();
  }

  @Test
  void asksForRestorationAfterAKill() {
    assertThat(started(Kind.UNDONE).kill().cancels("a").findings()).containsExactly("WRONG a");
    assertThat(restored(started(Kind.UNDONE).cancels("a").kill()).findings()).isEmpty();
  }

  @Test
  void findsAReportOfWhatWasCancelled() {
    assertThat(
            restored(started(Kind.UNDONE).cancels("a").ended("a", 1, End.INTERRUPTED))
                .refuses("a", "FAILED")
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsAStartByAProcessThatCameUpAfterTheCancellation() {
    assertThat(
            started(Kind.CANCELLED)
                .cancels("a")
                .kill()
                .started("a", 2)
                .ended("a", 2, End.SUCCEEDED)
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsAStartAfterTheRestoration() {
    assertThat(
            restored(started(Kind.CANCELLED).ended("a", 1, End.THROWN).cancels("a"))
                .started("a", 2)
                .ended("a", 2, End.SUCCEEDED)
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsARestorationWithoutACancellation() {
    assertThat(
            restored(started(Kind.UNDONE).ended("a", 1, End.SUCCEEDED))
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .contains("WRONG a");
  }
}

package io.jobhandler.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Kind;
import org.junit.jupiter.api.Test;

class OverlapCheckTest {

  /** Two jobs that run at the same time, and both succeed. */
  private static Scenario overlap(Kind one, Kind other) {
    return new Scenario()
        .job("a", one)
        .job("b", other)
        .started("a", 1)
        .started("b", 1)
        .ended("b", 1, End.SUCCEEDED)
        .ended("a", 1, End.SUCCEEDED)
        .accepts("a", "SUCCEEDED", "")
        .accepts("b", "SUCCEEDED", "");
  }

  @Test
  void acceptsHandlersOfDifferentOperations() {
    assertThat(overlap(Kind.STRICT, Kind.CAPPED).findings()).isEmpty();
  }

  @Test
  void findsTwoHandlersOfOneOperation() {
    assertThat(overlap(Kind.STRICT, Kind.STRICT).findings()).containsExactly("DUPLICATED b");
  }

  @Test
  void findsAHandlerBesideAnExclusiveOne() {
    assertThat(overlap(Kind.EXCLUSIVE, Kind.STRICT).findings()).containsExactly("DUPLICATED b");
    assertThat(overlap(Kind.STRICT, Kind.EXCLUSIVE).findings()).containsExactly("DUPLICATED b");
  }

  @Test
  void acceptsHandlersOneAfterTheOther() {
    assertThat(
            new Scenario()
                .job("a", Kind.STRICT)
                .job("b", Kind.STRICT)
                .started("a", 1)
                .ended("a", 1, End.SUCCEEDED)
                .started("b", 1)
                .ended("b", 1, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .accepts("b", "SUCCEEDED", "")
                .findings())
        .isEmpty();
  }

  @Test
  void endsAllHandlersWithTheirProcess() {
    assertThat(
            new Scenario()
                .job("a", Kind.STRICT)
                .job("b", Kind.STRICT)
                .started("a", 1)
                .kill()
                .accepts("a", "FAILED", "INTERRUPTED")
                .started("b", 1)
                .ended("b", 1, End.SUCCEEDED)
                .accepts("b", "SUCCEEDED", "")
                .findings())
        .isEmpty();
  }

  @Test
  void findsMoreHandlersThanThereIsRoomFor() {
    Scenario scenario = new Scenario();
    Kind[] kinds = {Kind.STRICT, Kind.CAPPED, Kind.STEPS, Kind.FLAKY};
    for (Kind kind : kinds) {
      scenario.job(kind.name(), kind).started(kind.name(), 1);
    }
    for (Kind kind : kinds) {
      scenario.ended(kind.name(), 1, End.SUCCEEDED).accepts(kind.name(), "SUCCEEDED", "");
    }

    assertThat(scenario.findings()).containsExactly("DUPLICATED FLAKY");
  }

  @Test
  void findsAHandlerThatBeginsWhileItsOperationIsRestored() {
    assertThat(
            new Scenario()
                .job("a", Kind.CANCELLED)
                .job("b", Kind.CANCELLED)
                .started("a", 1)
                .cancels("a")
                .ended("a", 1, End.INTERRUPTED)
                .restoring("a", 1)
                .started("b", 1)
                .ended("a", 1, End.RESTORED)
                .ended("b", 1, End.SUCCEEDED)
                .accepts("b", "SUCCEEDED", "")
                .findings())
        .containsExactly("DUPLICATED b");
  }

  @Test
  void findsAnInterruptionUnderAShield() {
    assertThat(
            new Scenario()
                .job("a", Kind.CANCELLED)
                .started("a", 1)
                .line(What.SHIELDED, "a", 1, "", "")
                .line(What.UNSHIELDED, "a", 1, "", "interrupted")
                .ended("a", 1, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .containsExactly("WRONG a");
  }
}

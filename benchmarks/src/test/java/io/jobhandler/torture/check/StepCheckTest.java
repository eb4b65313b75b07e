package io.jobhandler.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Kind;
import org.junit.jupiter.api.Test;

class StepCheckTest {

  private static Scenario started() {
    return new Scenario().job("a", Kind.STEPS).started("a", 1);
  }

  private static Scenario done(Scenario scenario, int attempt, String value) {
    return scenario
        .line(What.STEP_BEGUN, "a", attempt, "first", "")
        .line(What.STEP_DONE, "a", attempt, "first", value);
  }

  private static Scenario kept(Scenario scenario, int attempt, String value) {
    return scenario.line(What.STEP_KEPT, "a", attempt, "first", value);
  }

  private static Scenario again(Scenario scenario) {
    return scenario.kill().started("a", 2);
  }

  private static Scenario succeeds(Scenario scenario) {
    return scenario.ended("a", 2, End.SUCCEEDED).accepts("a", "SUCCEEDED", "");
  }

  @Test
  void acceptsThatAStoredStepGivesBackItsValue() {
    assertThat(
            succeeds(kept(again(kept(done(started(), 1, "one"), 1, "one")), 2, "one")).findings())
        .isEmpty();
  }

  @Test
  void acceptsThatAStepIsDoneAgainThatWasCutOff() {
    assertThat(
            succeeds(kept(done(again(done(started(), 1, "one")), 2, "two"), 2, "two")).findings())
        .isEmpty();
    assertThat(succeeds(kept(again(done(started(), 1, "one")), 2, "one")).findings()).isEmpty();
  }

  @Test
  void findsAStoredStepThatIsDoneAgain() {
    assertThat(
            succeeds(done(again(kept(done(started(), 1, "one"), 1, "one")), 2, "two")).findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void findsAnotherValue() {
    assertThat(
            succeeds(kept(again(kept(done(started(), 1, "one"), 1, "one")), 2, "two")).findings())
        .containsExactly("WRONG a");
    assertThat(succeeds(kept(again(started()), 2, "one")).findings()).containsExactly("WRONG a");
  }
}

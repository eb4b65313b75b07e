package io.jobhandler.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Kind;
import org.junit.jupiter.api.Test;

class ContinuationCheckTest {

  private static Scenario resumed() {
    return new Scenario().job("a", Kind.RESUMED).started("a", 1);
  }

  private static Scenario checkpoint(Scenario scenario, int position, boolean kept) {
    String value = Integer.toString(position);
    scenario.line(What.CHECKPOINT, "a", 1, "", value);
    return kept ? scenario.line(What.CHECKPOINT_KEPT, "a", 1, "", value) : scenario;
  }

  private static Scenario goOn(Scenario scenario, int from) {
    return succeeds(
        scenario
            .kill()
            .continued("a", 2, "INTERRUPTION")
            .line(What.CHECKPOINT_GIVEN, "a", 2, "", Integer.toString(from)));
  }

  private static Scenario succeeds(Scenario scenario) {
    return scenario.ended("a", 2, End.SUCCEEDED).accepts("a", "SUCCEEDED", "");
  }

  @Test
  void acceptsTheLastCheckpointThatIsStoredAndTheOneAfterIt() {
    assertThat(goOn(checkpoint(checkpoint(resumed(), 1, true), 2, false), 1).findings()).isEmpty();
    assertThat(goOn(checkpoint(checkpoint(resumed(), 1, true), 2, false), 2).findings()).isEmpty();
  }

  @Test
  void findsALostCheckpoint() {
    assertThat(goOn(checkpoint(checkpoint(resumed(), 1, true), 2, true), 1).findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsACheckpointThatWasNeverWritten() {
    assertThat(goOn(checkpoint(resumed(), 1, true), 3).findings()).containsExactly("WRONG a");
  }

  @Test
  void findsAStartFromTheBeginDespiteACheckpoint() {
    assertThat(succeeds(checkpoint(resumed(), 1, true).kill().started("a", 2)).findings())
        .containsExactly("WRONG a");
    assertThat(succeeds(checkpoint(resumed(), 1, false).kill().started("a", 2)).findings())
        .isEmpty();
  }

  @Test
  void findsAContinuationOfNothing() {
    assertThat(succeeds(resumed().kill().continued("a", 2, "INTERRUPTION")).findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsARebootThatWasNone() {
    assertThat(
            succeeds(
                    new Scenario()
                        .job("a", Kind.REBOOT)
                        .started("a", 1)
                        .ended("a", 1, End.REBOOT)
                        .restart()
                        .continued("a", 2, "REBOOT"))
                .findings())
        .contains("WRONG a");
  }

  @Test
  void takesAPowerCutForTheReboot() {
    assertThat(
            succeeds(
                    new Scenario()
                        .job("a", Kind.REBOOT)
                        .started("a", 1)
                        .ended("a", 1, End.REBOOT)
                        .powerCut()
                        .continued("a", 2, "REBOOT"))
                .findings())
        .isEmpty();
  }

  @Test
  void findsARestartInTheSameProcess() {
    assertThat(
            succeeds(
                    new Scenario()
                        .job("a", Kind.RESTART)
                        .started("a", 1)
                        .ended("a", 1, End.RESTART)
                        .continued("a", 2, "PROCESS_RESTART"))
                .findings())
        .contains("WRONG a", "DUPLICATED a");
  }

  @Test
  void findsARestartThatNobodyAskedFor() {
    Scenario scenario = checkpoint(resumed(), 1, true).kill();

    assertThat(succeeds(scenario.continued("a", 2, "PROCESS_RESTART")).findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsAnInterruptionInTheSameProcess() {
    Scenario scenario = checkpoint(resumed(), 1, true);

    assertThat(succeeds(scenario.continued("a", 2, "INTERRUPTION")).findings())
        .contains("WRONG a", "DUPLICATED a");
  }
}

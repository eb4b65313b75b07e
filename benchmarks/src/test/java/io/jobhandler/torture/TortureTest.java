package io.jobhandler.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.device.Bug;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TortureTest {
  private static final int SHORT_RUN = 25;

  /** As many rounds as it takes for a bug to show, which is a matter of chance. */
  private static final int MOST_ROUNDS = 40;

  private static final long SEED = 20_261_121;

  @TempDir static Path folder;
  private static Image image;

  private final ByteArrayOutputStream report = new ByteArrayOutputStream();

  @BeforeAll
  static void buildImage() throws Exception {
    image = Image.build(folder.resolve("image"));
  }

  private Totals run(TortureSettings settings) throws Exception {
    return Torture.run(settings, image, new PrintStream(report, true, StandardCharsets.UTF_8));
  }

  private String report() {
    return report.toString(StandardCharsets.UTF_8);
  }

  @Test
  void losesNothing() throws Exception {
    Totals totals = run(TortureSettings.of(SHORT_RUN, SEED, folder.resolve("good")));

    assertThat(totals.isGood()).as("%s%n%s", totals, report()).isTrue();
    assertThat(totals.rounds()).isEqualTo(SHORT_RUN);
    assertThat(totals.executions()).isGreaterThan(SHORT_RUN);
    assertThat(totals.starts()).isGreaterThan(SHORT_RUN);
    assertThat(totals.kills()).isGreaterThan(SHORT_RUN);
    assertThat(totals.ends())
        .containsKeys(
            "SUCCEEDED", "CANCELED", "REJECTED UNKNOWN_OPERATION", "FAILED ATTEMPTS_EXHAUSTED");
    assertThat(totals.toString())
        .isEqualTo(
            "rounds=%d executions=%d starts=%d kills=%d lost=0 duplicated=0 wrong=0",
            SHORT_RUN, totals.executions(), totals.starts(), totals.kills());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsABugThatIsPutInOnPurpose(Bug bug) throws Exception {
    Totals totals =
        run(
            new TortureSettings(
                MOST_ROUNDS, SEED, folder.resolve(bug.name()), Duration.ofSeconds(10), 1, bug));

    assertThat(totals.isGood()).as("%s", totals).isFalse();
    assertThat(report())
        .contains("device.log", "ledger")
        .containsPattern("seed 2026\\d+, rounds 1");
  }
}

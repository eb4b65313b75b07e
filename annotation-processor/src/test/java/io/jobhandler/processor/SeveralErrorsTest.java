package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All mistakes of a compilation are reported in one run, each once. */
class SeveralErrorsTest {
  private static final String FIRMWARE =
      """
      package test; import io.jobhandler.*;
      class Firmware {
        @JobHandler(operation = "firmware update", stepTimeout = "10m")
        private boolean install(String version) { return true; }
        @JobHandler(operation = "restart", onInterrupt = OnInterrupt.RESUME)
        void restart(@Progress JobContext context) {}
        @OnCancelled(operation = "restrat")
        int undo() { return 1; }
      }
      """;
  private static final String POWER =
      """
      package test; import io.jobhandler.*; import io.jobhandler.payload.VerifiedPayload;
      class Power {
        private Power() {}
        @MapException(type = Exception.class, reasonCode = "low battery")
        @JobHandler(operation = "restart", maxAttempts = 101, backoff = "PT5S")
        void restart(VerifiedPayload image, ProgressReporter progress) {}
      }
      """;

  @Test
  void allAtOnce() {
    assertThat(errors(compile(source("test.Firmware", FIRMWARE), source("test.Power", POWER))))
        .extracting(error -> error.replaceFirst("].*", "]"))
        .containsExactlyInAnyOrder(
            "Firmware.java:3 [JH001]",
            "Firmware.java:3 [JH007]",
            "Firmware.java:3 [JH009]",
            "Firmware.java:4 [JH014]",
            "Firmware.java:3 [JH015]",
            "Firmware.java:5 [JH030]",
            "Firmware.java:6 [JH012]",
            "Firmware.java:7 [JH025]",
            "Firmware.java:7 [JH029]",
            "Firmware.java:5 [JH008]",
            "Power.java:3 [JH066]",
            "Power.java:4 [JH034]",
            "Power.java:5 [JH008]",
            "Power.java:5 [JH031]",
            "Power.java:5 [JH061]",
            "Power.java:6 [JH013]",
            "Power.java:6 [JH020]");
  }
}

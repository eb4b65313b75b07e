package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepTimeoutCheckTest {
  private static final String NOT_A_DURATION =
      "is not an ISO-8601 duration: write for instance \"PT10M\" for ten minutes";
  private static final String NO_TIME =
      "leaves the handler no time: write a duration over zero, or leave it out for the agent's"
          + " default";
  private static final String TOO_LONG =
      "is longer than the service can wait: write at most \"P6D\"";

  @ParameterizedTest
  @ValueSource(strings = {"PT", "10", "P1Y", "7 days", " "})
  void unparsable(String stepTimeout) {
    assertThat(errorsFor(stepTimeout)).containsExactly(error(stepTimeout, NOT_A_DURATION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 minutes", "P10M"})
  void unparsableThatMeansSomething(String stepTimeout) {
    assertThat(errorsFor(stepTimeout))
        .containsExactly(
            error(stepTimeout, "is not an ISO-8601 duration: did you mean \"PT10M\"?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "P0D", "PT-1S", "-PT5M"})
  void notPositive(String stepTimeout) {
    assertThat(errorsFor(stepTimeout)).containsExactly(error(stepTimeout, NO_TIME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P6DT0.000000001S", "P7D", "PT145H"})
  void tooLong(String stepTimeout) {
    assertThat(errorsFor(stepTimeout)).containsExactly(error(stepTimeout, TOO_LONG));
  }

  @ParameterizedTest
  @CsvSource({"P6D", "PT0.000000001S", "pt10m", "''"})
  void inRange(String stepTimeout) {
    assertThat(errorsFor(stepTimeout)).isEmpty();
  }

  private static List<String> errorsFor(String stepTimeout) {
    return errorsInHandlers(
        """
        @JobHandler(
            operation = "a",
            stepTimeout = "%s")
        void handle() {}
        """
            .formatted(stepTimeout));
  }

  private static String error(String stepTimeout, String fault) {
    return "Handlers.java:5 [JH009] stepTimeout '%s' of Handlers.handle() %s"
        .formatted(stepTimeout, fault);
  }
}

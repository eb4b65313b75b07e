package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT", "5", "P1Y", "2 hours", " "})
  void unparsable(String backoff) {
    assertThat(errorsFor(backoff))
        .containsExactly(
            error(
                backoff,
                "is not an ISO-8601 duration: write for instance \"PT5S\" for five seconds"));
  }

  @Test
  void unparsableThatMeansSomething() {
    assertThat(errorsFor("5 seconds"))
        .containsExactly(error("5 seconds", "is not an ISO-8601 duration: did you mean \"PT5S\"?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "-PT5M"})
  void notPositive(String backoff) {
    assertThat(errorsFor(backoff))
        .containsExactly(
            error(
                backoff,
                "is no wait: write a duration over zero, or leave it out for the configuration's"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1H0.000000001S", "P1D", "PT61M"})
  void tooLong(String backoff) {
    assertThat(errorsFor(backoff))
        .containsExactly(error(backoff, "is longer than the longest wait: write at most \"PT1H\""));
  }

  @ParameterizedTest
  @CsvSource({"PT1H", "PT0.000000001S", "pt5s", "''"})
  void inRange(String backoff) {
    assertThat(errorsFor(backoff)).isEmpty();
  }

  private static List<String> errorsFor(String backoff) {
    return errorsInHandlers(
        """
        @JobHandler(
            operation = "a",
            backoff = "%s", retryOn = Exception.class)
        void handle() {}
        """
            .formatted(backoff));
  }

  private static String error(String backoff, String fault) {
    return "Handlers.java:5 [JH032] backoff '%s' of Handlers.handle() %s".formatted(backoff, fault);
  }
}

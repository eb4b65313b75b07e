package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryCheckTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void maxAttemptsOutOfRange(int maxAttempts) {
    assertThat(errorsFor("maxAttempts = " + maxAttempts))
        .containsExactly(
            "Handlers.java:5 [JH031] maxAttempts %d of Handlers.handle() is not 1 to 100: write a"
                    .formatted(maxAttempts)
                + " number in that range, or leave it out for the configuration's");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void maxAttemptsInRange(int maxAttempts) {
    assertThat(errorsFor("maxAttempts = " + maxAttempts)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JobRejectedException",
        "JobFailedException",
        "JobEndedException",
        "RetryLaterException",
      })
  void exceptionsThatMeanWhatTheySay(String type) {
    assertThat(errorsFor("retryOn = {Error.class,\n" + type + ".class}"))
        .containsExactly(
            "Handlers.java:6 [JH035] retryOn of Handlers.handle() names %s, which itself says what"
                    .formatted(type)
                + " becomes of the job, whatever is written here: remove it");
  }

  @Test
  void privateException() {
    assertThat(errorsFor("retryOn = Secret.class"))
        .containsExactly(
            "Handlers.java:5 [JH016] retryOn of Handlers.handle() names Handlers.Secret, which is"
                + " out of the dispatcher's reach because Secret is private: remove 'private',"
                + " package-private is enough");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maxAttempts = \"three\"",
        "retryOn = String.class",
        "retryOn = {Missing.class}",
        "exclusive = 1",
        "onInterrupt = OnInterrupt.MAYBE",
      })
  void whatDoesNotCompileIsLeftToTheCompiler(String value) {
    assertThat(errorsFor(value))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).startsWith("Handlers.java:").doesNotContain("[JH"));
  }

  private static List<String> errorsFor(String values) {
    return errorsInHandlers(
        """
        @JobHandler(
            operation = "a",
            %s)
        void handle() {}
        private static class Secret extends Exception { static final long serialVersionUID = 1L; }
        """
            .formatted(values));
  }
}

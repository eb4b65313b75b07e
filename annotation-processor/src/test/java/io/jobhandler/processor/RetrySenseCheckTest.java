package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrySenseCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "retryOn = RuntimeException.class; retryOn",
        "backoff = \"PT5S\"; backoff",
        "retryOn = {Error.class, RuntimeException.class}, backoff = \"PT5S\"; retryOn and backoff",
      })
  void retriesWithoutASecondAttempt(String values, String names) {
    assertThat(errorsFor("maxAttempts = 1, " + values))
        .containsExactly(
            "Handlers.java:5 [JH033] maxAttempts of Handlers.handle() is 1, so that %s can mean"
                    .formatted(names)
                + " nothing: raise maxAttempts, or leave out "
                + names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maxAttempts = 1, retryOn = {}, backoff = \"\"",
        "maxAttempts = 1, onInterrupt = OnInterrupt.FAIL",
        "maxAttempts = 2, onInterrupt = OnInterrupt.RERUN",
        "retryOn = {java.io.IOException.class, RuntimeException.class}",
        "backoff = \"\"",
        "maxAttempts = 2, retryOn = Throwable.class, backoff = \"PT5S\"",
        "retryOn = Exception.class, backoff = \"PT5S\"",
      })
  void retriesThatMeanSomething(String values) {
    assertThat(errorsFor(values)).isEmpty();
  }

  @Test
  void rerunWithoutASecondAttempt() {
    assertThat(errorsFor("maxAttempts = 1,\nonInterrupt = OnInterrupt.RERUN"))
        .containsExactly(
            "Handlers.java:6 [JH060] onInterrupt of Handlers.handle() is RERUN, but maxAttempts is"
                + " 1, so that nothing is run again: raise maxAttempts, or write"
                + " OnInterrupt.FAIL");
  }

  @Test
  void anAttemptThatTheEndOfTheProcessCutsOffMayStillBeResumed() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a", maxAttempts = 1, onInterrupt = OnInterrupt.RESUME)
                void handle() {}
                @AfterRestart(operation = "a") void goOn() {}
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "maxAttempts = 5,", "retryOn = {},"})
  void backoffAfterNothing(String values) {
    assertThat(errorsFor(values + "\nbackoff = \"PT5S\""))
        .containsExactly(
            "Handlers.java:6 [JH061] backoff of Handlers.handle() is waited after an exception that"
                + " retryOn names, and it names none: write retryOn, or leave backoff out");
  }

  @Test
  void subclassesOfOthers() {
    assertThat(
            errorsFor(
                """
                retryOn = {
                        Error.class,
                        java.io.FileNotFoundException.class,
                        java.io.IOException.class,
                        AssertionError.class}"""))
        .containsExactly(
            "Handlers.java:7 [JH062] retryOn of Handlers.handle() names FileNotFoundException and"
                + " IOException, which includes it: remove FileNotFoundException",
            "Handlers.java:9 [JH062] retryOn of Handlers.handle() names AssertionError and Error,"
                + " which includes it: remove AssertionError");
  }

  @Test
  void oneExceptionTwice() {
    assertThat(errorsFor("retryOn = {Error.class,\nError.class}"))
        .containsExactly(
            "Handlers.java:6 [JH062] retryOn of Handlers.handle() names Error twice: keep one");
  }

  @Test
  void whatIsToBeRemovedAnywayIsNotReportedTwice() {
    assertThat(errorsFor("retryOn = {JobEndedException.class, JobFailedException.class}"))
        .hasSize(2)
        .allSatisfy(error -> assertThat(error).contains("[JH035]"));
  }

  private static List<String> errorsFor(String values) {
    return errorsInHandlers(
        """
        @JobHandler(
            operation = "a",
            %s)
        void handle() {}
        """
            .formatted(values));
  }
}

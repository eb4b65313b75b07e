package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnProgressCheckTest {

  @Test
  void aHandlerWithoutAReporterRestartsNothing() {
    assertThat(errorsFor("OnProgress.RESTART_STEP_TIMER", "JobContext context"))
        .containsExactly(
            "Handlers.java:5 [JH024] onProgress of Handlers.handle(JobContext) is"
                + " RESTART_STEP_TIMER, but nothing reports: take a @Progress ProgressReporter, or"
                + " leave onProgress out");
  }

  @Test
  void aHandlerWhoseClassHasStepsMayRestartItsTimer() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a", onProgress = OnProgress.RESTART_STEP_TIMER)
                void handle() {}
                @Progress void step() {}
                """))
        .isEmpty();
  }

  @Test
  void aHandlerWithAReporterMayRestartItsTimer() {
    assertThat(errorsFor("OnProgress.RESTART_STEP_TIMER", "@Progress ProgressReporter progress"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OnProgress.KEEP_STEP_TIMER", "OnProgress.UNSET"})
  void theOtherRulesNeedNoReporter(String rule) {
    assertThat(errorsFor(rule, "")).isEmpty();
  }

  @Test
  void aRuleThatDoesNotCompileIsLeftToTheCompiler() {
    assertThat(errorsFor("OnProgress.RESTART", ""))
        .hasSize(1)
        .allSatisfy(error -> assertThat(error).startsWith("Handlers.java:").doesNotContain("[JH"));
  }

  @Test
  void aClassOfTheUsersMayHaveTheNameOfTheRule() {
    Compilation compilation =
        compile(
            source(
                "test.Handlers",
                """
                package test;
                import io.jobhandler.*;
                class Handlers {
                  @JobHandler(
                      operation = "a",
                      onProgress = io.jobhandler.OnProgress.RESTART_STEP_TIMER)
                  void handle(@Progress ProgressReporter progress, test.OnProgress document) {}
                }
                """),
            source("test.OnProgress", "package test; record OnProgress(String text) {}"));

    assertThat(errors(compilation)).isEmpty();
  }

  private static List<String> errorsFor(String rule, String parameters) {
    return errorsInHandlers(
        """
        @JobHandler(
            operation = "a",
            onProgress = %s)
        void handle(%s) {}
        """
            .formatted(rule, parameters));
  }
}

package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeCheckTest {
  private static final String HANDLER =
      """
      @JobHandler(
          operation = "a",
          onInterrupt = OnInterrupt.%s)
      void handle() {}
      """;

  @Test
  void nothingGoesOn() {
    String others =
        """
        @JobHandler(operation = "b") void other() {}
        @AfterRestart(operation = "b") void goOn() {}
        @OnCancelled(operation = "a") void undo() {}
        """;

    assertThat(errorsInHandlers(HANDLER.formatted("RESUME") + others))
        .containsExactly(
            "Handlers.java:5 [JH030] onInterrupt of Handlers.handle() is RESUME, but nothing goes"
                + " on: declare an @AfterRestart(operation = \"a\") method in Handlers, or write"
                + " OnInterrupt.RERUN or OnInterrupt.FAIL");
  }

  @Test
  void somethingGoesOn() {
    String goOn = "@AfterRestart(operation = \"a\") void goOn() {}\n";

    assertThat(errorsInHandlers(HANDLER.formatted("RESUME") + goOn)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSET", "FAIL", "RERUN"})
  void theOtherRulesNeedNothing(String rule) {
    assertThat(errorsInHandlers(HANDLER.formatted(rule))).isEmpty();
  }
}

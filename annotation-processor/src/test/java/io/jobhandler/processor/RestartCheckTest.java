package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartCheckTest {

  @Test
  void nothingGoesOnAfterTheRestart() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") JobResult.Restart handle() { return null; }
                @JobHandler(operation = "b") void other() {}
                @AfterRestart(operation = "b") JobResult.Restart again() { return null; }
                @OnCancelled(operation = "a") void undo() {}
                """))
        .containsExactly(
            "Handlers.java:3 [JH064] Handlers.handle() returns JobResult.Restart, but nothing goes"
                + " on after the restart: declare an @AfterRestart(operation = \"a\") method in"
                + " Handlers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JobResult handle() { return null; }",
        "JobResult.Failed handle() { return null; }",
        "JobResult.Restart handle() { return null; } @AfterRestart(operation = \"a\") void b() {}",
      })
  void otherResultsMayBeReturned(String method) {
    assertThat(errorsInHandlers("@JobHandler(operation = \"a\") %s\n".formatted(method))).isEmpty();
  }
}

package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that go on with jobs, and how they are declared. */
class ContinuationShapeTest {
  private static final String HANDLER = "@JobHandler(operation = \"a\") void handle() {}\n";

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void privateMethod(String annotation) {
    assertThat(errorsFor(annotation, "private void goOn() {}"))
        .containsExactly(
            "Handlers.java:4 [JH001] Handlers.goOn() is private, so the dispatcher cannot call it:"
                + " remove 'private', package-private is enough");
  }

  @Test
  void abstractMethod() {
    String text =
        """
        package test; import io.jobhandler.*;
        abstract class Handlers {
          @JobHandler(operation = "a") void handle() {}
          @AfterRestart(operation = "a") abstract void goOn();
          @OnCancelled(operation = "a") abstract void undo();
        }
        """;

    assertThat(errors(TestCompiler.compile(source("test.Handlers", text))))
        .containsExactly(
            "Handlers.java:4 [JH002] Handlers.goOn() is abstract: move @AfterRestart to the method"
                + " that implements it",
            "Handlers.java:5 [JH002] Handlers.undo() is abstract: move @OnCancelled to the method"
                + " that implements it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void genericMethod(String annotation) {
    assertThat(errorsFor(annotation, "<T> void goOn() {}"))
        .containsExactly(
            "Handlers.java:4 [JH003] Handlers.goOn() is generic, so nothing says which checkpoint"
                + " it takes: remove its type parameters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void varargsMethod(String annotation) {
    assertThat(errorsFor(annotation, "void goOn(Doc... checkpoints) {}"))
        .contains(
            "Handlers.java:4 [JH004] Handlers.goOn(test.Doc[]) takes a variable number of"
                + " arguments: declare each parameter by itself");
  }

  @Test
  void returnTypes() {
    assertThat(
            errorsInHandlers(
                HANDLER
                    + """
                    @AfterRestart(operation = "a") int goOn() { return 1; }
                    @OnCancelled(operation = "a") JobResult undo() { return null; }
                    """))
        .containsExactly(
            "Handlers.java:4 [JH029] Handlers.goOn() returns int: did you mean a record with"
                + " this as a component, whose name is the key of the detail? Or a Map<String,"
                + " String>",
            "Handlers.java:5 [JH029] Handlers.undo() returns JobResult: return void, nothing is"
                + " reported of its end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"void goOn() {}", "static JobResult.Failed goOn() { return null; }"})
  void whatGoesOnMayReturnAResult(String method) {
    assertThat(errorsFor("AfterRestart", method)).isEmpty();
  }

  private static List<String> errorsFor(String annotation, String method) {
    return errorsInHandlers(HANDLER + "@%s(operation = \"a\") %s\n".formatted(annotation, method));
  }
}

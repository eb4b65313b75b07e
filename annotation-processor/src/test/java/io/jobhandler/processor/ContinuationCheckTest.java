package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that go on with jobs, and the handlers that they belong to. */
class ContinuationCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void anOperationWithoutAHandler(String annotation) {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "update") void update() {}
                @JobHandler(operation = "reset") void reset() {}
                @%s(
                    operation = "updat")
                void goOn(Doc checkpoint) {}
                """
                    .formatted(annotation)))
        .containsExactly(
            "Handlers.java:6 [JH025] operation 'updat' of Handlers.goOn(Doc) is that of no"
                + " @JobHandler in Handlers; known: reset, update; did you mean \"update\"?");
  }

  @Test
  void anOperationUnlikeThatOfAnyHandler() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "update") void update() {}
                @AfterRestart(operation = "restart") void goOn() {}
                """))
        .containsExactly(
            "Handlers.java:4 [JH025] operation 'restart' of Handlers.goOn() is that of no"
                + " @JobHandler in Handlers; known: update; write one of these, or move it to the"
                + " class of its handler");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void aClassWithoutHandlers(String annotation) {
    String other =
        """
        package test; import io.jobhandler.*;
        class Other {
          @%s(operation = "a") void goOn() {}
        }
        """
            .formatted(annotation);
    String handlers =
        """
        package test; import io.jobhandler.*;
        class Handlers {
          @JobHandler(operation = "a") void handle() {}
        }
        """;
    Compilation compilation =
        compile(source("test.Handlers", handlers), source("test.Other", other));

    assertThat(errors(compilation))
        .containsExactly(
            "Other.java:3 [JH025] operation 'a' of Other.goOn() is that of no @JobHandler in Other;"
                + " there is none: move it to the class of its handler");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void twoMethodsForOneOperation(String annotation) {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void a() {}
                @JobHandler(operation = "b") void b() {}
                @Annotation(operation = "a") void one() {}
                @Annotation(operation = "a") void two(Doc checkpoint) {}
                @Annotation(operation = "b") void three() {}
                """
                    .replace("Annotation", annotation)))
        .containsExactly(
            "Handlers.java:5 [JH026] operation 'a' of Handlers.one() is also that of"
                + " Handlers.two(Doc): keep one @%s method for each operation"
                    .formatted(annotation),
            "Handlers.java:6 [JH026] operation 'a' of Handlers.two(Doc) is also that of"
                + " Handlers.one(): keep one @%s method for each operation".formatted(annotation));
  }

  @Test
  void differentCheckpoints() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void a() {}
                @AfterRestart(operation = "a") void goOn(JobContext context, Doc checkpoint) {}
                @OnCancelled(operation = "a") void undo(Other checkpoint) {}
                record Other(String text) {}
                """))
        .containsExactly(
            "Handlers.java:5 [JH038] Handlers.undo(Handlers.Other) takes the checkpoint of 'a' as"
                + " test.Handlers.Other, and Handlers.goOn(JobContext, Doc) takes it as test.Doc:"
                + " take one type in both");
  }

  @Test
  void differentOperationsMayHaveDifferentCheckpoints() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void a() {}
                @JobHandler(operation = "b") void b() {}
                @JobHandler(operation = "c") void c() {}
                @AfterRestart(operation = "a") void goOnWithA(Doc checkpoint) {}
                @OnCancelled(operation = "a") void undoA(
                    @org.jspecify.annotations.Nullable Doc checkpoint) {}
                @AfterRestart(operation = "b") void goOnWithB(Other checkpoint) {}
                @OnCancelled(operation = "b") void undoB() {}
                @AfterRestart(operation = "c") void goOnWithC() {}
                @OnCancelled(operation = "c") void undoC(Other checkpoint) {}
                record Other(String text) {}
                """))
        .isEmpty();
  }

  @Test
  void oneMethodMayServeBothPurposes() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void a() {}
                @AfterRestart(operation = "a")
                @OnCancelled(operation = "a")
                void tidyUp(Doc checkpoint, JobContext context) {}
                """))
        .isEmpty();
  }
}

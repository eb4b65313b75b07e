package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodShapeCheckTest {

  @Test
  void privateMethod() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                private void handle(Doc document) {}
                """))
        .containsExactly(
            "Handlers.java:3 [JH001] Handlers.handle(Doc) is private, so the dispatcher cannot call"
                + " it: remove 'private', package-private is enough");
  }

  @Test
  void abstractMethod() {
    String text =
        """
        package test; import io.jobhandler.*;
        abstract class Handlers {
          @JobHandler(operation = "a")
          abstract void handle();
        }
        """;

    assertThat(errors(TestCompiler.compile(source("test.Handlers", text))))
        .containsExactly(
            "Handlers.java:3 [JH002] Handlers.handle() is abstract: move @JobHandler to the method"
                + " that implements it");
  }

  @Test
  void methodOfAnInterfaceWithoutBody() {
    String text =
        """
        package test; import io.jobhandler.*;
        interface Handlers {
          @JobHandler(operation = "a") void handle();
          @JobHandler(operation = "b") default void other() {}
        }
        """;

    assertThat(errors(TestCompiler.compile(source("test.Handlers", text))))
        .containsExactly(
            "Handlers.java:3 [JH002] Handlers.handle() is abstract: move @JobHandler to the method"
                + " that implements it");
  }

  @Test
  void genericMethod() {
    assertThat(
            errorsInHandlers("@JobHandler(operation = \"a\") <T> void handle(Doc document) {}\n"))
        .containsExactly(
            "Handlers.java:3 [JH003] Handlers.handle(Doc) is generic, so nothing says which"
                + " document it takes: remove its type parameters");
  }

  @Test
  void varargsMethod() {
    assertThat(
            errorsInHandlers("@JobHandler(operation = \"a\") void handle(Doc... documents) {}\n"))
        .containsExactlyInAnyOrder(
            "Handlers.java:3 [JH004] Handlers.handle(test.Doc[]) takes a variable number of"
                + " arguments: declare each parameter by itself",
            "Handlers.java:3 [JH014] parameter 'documents' of Handlers.handle(test.Doc[]) is of"
                + " type test.Doc[], an array: a handler takes a class or record for the document,"
                + " a JobContext, a @Progress ProgressReporter, and @Payload VerifiedPayloads");
  }

  @Test
  void allErrorsOfARunAtOnce() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a", stepTimeout = "soon")
                private static int handle(String document) { return 1; }
                @JobHandler(operation = "")
                void other(@Progress Doc document) {}
                """))
        .extracting(error -> error.substring(0, "Handlers.java:3 [JH000]".length()))
        .containsExactlyInAnyOrder(
            "Handlers.java:3 [JH001]",
            "Handlers.java:3 [JH009]",
            "Handlers.java:4 [JH014]",
            "Handlers.java:3 [JH015]",
            "Handlers.java:5 [JH007]",
            "Handlers.java:6 [JH012]");
  }
}

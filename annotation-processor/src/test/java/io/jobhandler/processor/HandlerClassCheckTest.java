package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

class HandlerClassCheckTest {

  @Test
  void genericClass() {
    String text =
        """
        package test; import io.jobhandler.*;
        class Handlers<T> {
          @JobHandler(operation = "a") void handle() {}
        }
        """;

    assertThat(errors(compile(source("test.Handlers", text))))
        .containsExactly(
            "Handlers.java:2 [JH003] handler class Handlers is generic, so nothing says which"
                + " documents its handlers take: declare the handlers in a class without type"
                + " parameters");
  }

  @Test
  void innerClass() {
    assertThat(
            errorsInHandlers(
                """
                class Inner {
                  @JobHandler(operation = "a") void handle() {}
                }
                """))
        .containsExactly(
            "Handlers.java:3 [JH005] handler class Handlers.Inner is an inner class, which cannot"
                + " be made without an object of its outer class: make it static");
  }

  @Test
  void privateClass() {
    assertThat(
            errorsInHandlers(
                """
                private static class Secret {
                  @JobHandler(operation = "a") void handle() {}
                }
                """))
        .containsExactly(
            "Handlers.java:3 [JH006] handler class Handlers.Secret is out of the dispatcher's reach"
                + " because Secret is private: remove 'private', package-private is enough");
  }

  @Test
  void classWithinAPrivateClass() {
    assertThat(
            errorsInHandlers(
                """
                private static class Secret {
                  static class Nested {
                    @JobHandler(operation = "a") void handle() {}
                  }
                }
                """))
        .containsExactly(
            "Handlers.java:4 [JH006] handler class Handlers.Secret.Nested is out of the"
                + " dispatcher's reach because Secret is private: remove 'private', package-private"
                + " is enough");
  }

  @Test
  void twoClassesWhoseDispatchersWouldHaveOneName() {
    Compilation compilation =
        compile(
            source(
                "test.A",
                """
                package test; import io.jobhandler.*;
                class A {
                  static class B { @JobHandler(operation = "a") void handle() {} }
                }
                """),
            source(
                "test.A_B",
                """
                package test; import io.jobhandler.*;
                class A_B { @JobHandler(operation = "b") void handle() {} }
                """));

    assertThat(errors(compilation))
        .containsExactly(
            "A_B.java:2 [JH017] cannot write the dispatcher of A_B: its name test.A_B_JobDispatcher"
                + " is taken: rename the handler class or the other class");
  }
}

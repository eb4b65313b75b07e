package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepClassCheckTest {

  @Test
  void aClassWithoutHandlers() {
    assertThat(errorsInHandlers("@Progress(weight = 300) private void write() {}\n"))
        .containsExactly(
            "Handlers.java:3 [JH041] Handlers.write() is a step of no job, since Handlers declares"
                + " no @JobHandler: move it to the class of the handler, or take a @Progress"
                + " ProgressReporter");
  }

  @Test
  void aGenericClassWithoutHandlersIsNoHandlerClass() {
    String text = "package test; class Tools<T> { @io.jobhandler.Progress void write(T it) {} }";

    assertThat(errors(compile(source("test.Tools", text))))
        .containsExactly(
            "Tools.java:1 [JH041] Tools.write(T) is a step of no job, since Tools declares no"
                + " @JobHandler: move it to the class of the handler, or take a @Progress"
                + " ProgressReporter");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "static final class Nested { | it is final: remove 'final'",
        "record Nested() { | it is a record: declare the handlers and their steps in a class",
        "enum Nested { ONE; | it is an enum: declare the handlers and their steps in a class",
        "static class Nested { private Nested() {} | it has private constructors only: remove"
            + " 'private' from one, package-private is enough",
        "static sealed class Nested { static final class Sub extends Nested {} | it is sealed:"
            + " remove 'sealed'",
      })
  void aClassThatNothingCanExtend(String start, String fault) {
    assertThat(
            errorsInHandlers(
                start
                    + """

                    @JobHandler(operation = "a") void handle() {}
                    @Progress void write() {}
                    }
                    """))
        .containsExactly(
            "Handlers.java:3 [JH042] no subclass can report the @Progress steps of Handlers.Nested,"
                + " since "
                + fault);
  }

  @Test
  void anInterface() {
    assertThat(
            errorsInHandlers(
                """
                interface Nested {
                  @JobHandler(operation = "a") default void handle() {}
                  @Progress default void write() {}
                }
                """))
        .containsExactly(
            "Handlers.java:3 [JH042] no subclass can report the @Progress steps of Handlers.Nested,"
                + " since it is an interface: declare the handlers and their steps in a class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"record Outer() {", "enum Outer { ONE;", "interface Outer {"})
  void aStaticClassMayBeNestedInAnything(String outer) {
    assertThat(
            errorsInHandlers(
                outer
                    + """

                    static class Nested {
                      private Nested(int number) {}
                      Nested() {}
                      @JobHandler(operation = "a") void handle() {}
                      @Progress void write() {}
                    }
                    }
                    """))
        .isEmpty();
  }

  @Test
  void typesOutOfReach() {
    assertThat(
            errorsInHandlers(
                """
                private record Secret() {}
                Handlers(Secret secret) {}
                @JobHandler(operation = "a") void handle() {}
                @Progress List<? super Secret[]> write(Secret secret) { return List.of(); }
                @Progress void look() {}
                """))
        .containsExactly(
            "Handlers.java:4 [JH016] a constructor of Handlers is out of reach of the class that"
                + " reports its steps: Secret is private: remove 'private', package-private is"
                + " enough",
            "Handlers.java:6 [JH016] step write of Handlers is out of reach of the class that"
                + " reports its steps: Secret is private: remove 'private', package-private is"
                + " enough");
  }

  @Test
  void aClassWhoseNameIsTaken() {
    Compilation compilation =
        compile(
            TestCompiler.handlers(
                """
                @JobHandler(operation = "a") void handle() {}
                @Progress void write() {}
                """),
            source("test.Handlers_JobSteps", "package test; class Handlers_JobSteps {}"));

    assertThat(errors(compilation))
        .containsExactly(
            "Handlers.java:2 [JH049] cannot write the class that reports the steps of Handlers: its"
                + " name test.Handlers_JobSteps is taken: rename the handler class or the other"
                + " class");
  }
}

package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepMethodCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "private; private; 'private', package-private is enough",
        "static; static; 'static'",
        "final; final; 'final'",
        "private static; private and static; 'private' and 'static', package-private is enough",
      })
  void aStepThatNoSubclassCanOverride(String modifiers, String are, String fix) {
    assertThat(errorsFor("@Progress " + modifiers + " void write(Doc document) {}"))
        .containsExactly(
            "Handlers.java:4 [JH040] step Handlers.write(Doc) is %s, so that no subclass can report it: remove %s, or take a @Progress ProgressReporter and report in the method"
                .formatted(are, fix));
  }

  @Test
  void anAbstractStep() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void handle() {}
                static abstract class Base {
                  @JobHandler(operation = "b") void handle() {}
                  @Progress abstract void write();
                }
                """))
        .containsExactly(
            "Handlers.java:4 [JH042] no subclass can report the @Progress steps of Handlers.Base,"
                + " since it is abstract: remove 'abstract'",
            "Handlers.java:6 [JH040] step Handlers.Base.write() is abstract: move @Progress to the"
                + " method that implements it");
  }

  @ParameterizedTest
  @CsvSource({
    "@JobHandler(operation = \"b\"), @JobHandler",
    "@AfterRestart(operation = \"a\"), @AfterRestart",
    "@OnCancelled(operation = \"a\"), @OnCancelled"
  })
  void aMethodThatTheDispatcherCalls(String annotation, String name) {
    assertThat(errorsFor(annotation + "\n@Progress(weight = 10) void handleIt() {}"))
        .containsExactly(
            "Handlers.java:5 [JH043] Handlers.handleIt() is called by the dispatcher as %s, and is the whole job rather than a step of it: remove @Progress, and put it on the methods that it calls"
                .formatted(name));
  }

  @Test
  void everyOtherMethodMayBeAStep() {
    assertThat(
            errorsFor(
                """
                @Progress public synchronized <T extends Exception> T one(T it) throws T { return it; }
                @Progress protected void two(int... numbers) {}
                @Progress native int three();
                """))
        .isEmpty();
  }

  private static List<String> errorsFor(String step) {
    return errorsInHandlers("@JobHandler(operation = \"a\") void handle() {}\n" + step);
  }
}

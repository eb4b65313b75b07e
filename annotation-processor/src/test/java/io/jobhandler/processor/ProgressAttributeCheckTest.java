package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressAttributeCheckTest {

  @ParameterizedTest
  @ValueSource(strings = {"step = \"write\"", "weight = 0", "step = \"\", weight = 10"})
  void anAttributeOnAParameter(String attributes) {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                void handle(
                    @Progress(%s) ProgressReporter progress) {}
                """
                    .formatted(attributes)))
        .containsExactly("Handlers.java:5 " + fault("progress", "Handlers.handle"));
  }

  @Test
  void anAttributeOnAParameterOfWhatIsNoHandler() {
    assertThat(
            errorsInHandlers(
                """
                Handlers(@Progress(weight = 1) ProgressReporter one) {}
                void write(@Progress(weight = 1) ProgressReporter two) {}
                """))
        .containsExactly(
            "Handlers.java:4 " + fault("two", "Handlers.write"),
            "Handlers.java:3 " + fault("one", "the constructor of Handlers"));
  }

  @Test
  void aParameterThatTakesNoReporterIsOneMistake() {
    assertThat(
            errorsInHandlers(
                "@JobHandler(operation = \"a\") void handle(@Progress(weight = 1) Doc it) {}\n"))
        .singleElement()
        .asString()
        .startsWith("Handlers.java:3 [JH012] ");
  }

  private static String fault(String parameter, String place) {
    return ("[JH048] @Progress on parameter '%s' of %s says which step it is, which means nothing"
            + " on a parameter: write @Progress alone, and the rest on the method that is the step")
        .formatted(parameter, place);
  }
}

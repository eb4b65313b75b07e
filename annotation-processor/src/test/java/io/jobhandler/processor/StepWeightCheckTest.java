package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepWeightCheckTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MAX_VALUE})
  void aWeightOutOfRange(int weight) {
    assertThat(errorsFor("@Progress(\nweight = " + weight + ") void write() {}"))
        .containsExactly(
            "Handlers.java:5 [JH044] weight %d of Handlers.write() is not 0 to 100: write how many percentage points of the job the step is, or leave it out for none"
                .formatted(weight));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void aWeightInRange(int weight) {
    assertThat(errorsFor("@Progress(weight = " + weight + ") void write() {}")).isEmpty();
  }

  @Test
  void stepsThatAreMoreThanTheJob() {
    assertThat(
            errorsFor(
                """
                @Progress(weight = 60) void write() {}
                @Progress void look() {}
                @Progress(weight = 41) void confirm() {}
                @Progress(weight = 5) void report() {}
                """))
        .containsExactly(
            "Handlers.java:6 [JH045] the steps of Handlers are worth 106 percentage points"
                + " together, expected 100 at most: 'write' 60, 'confirm' 41, 'report' 5");
  }

  @Test
  void eachClassHasItsOwnSteps() {
    assertThat(
            errorsFor(
                """
                @Progress(weight = 60) void write() {}
                @Progress(weight = 40) void confirm() {}
                static class Other {
                  @JobHandler(operation = "b") void handle() {}
                  @Progress(weight = 60) void write() {}
                }
                """))
        .isEmpty();
  }

  private static List<String> errorsFor(String steps) {
    return errorsInHandlers("@JobHandler(operation = \"a\") void handle() {}\n" + steps);
  }
}

package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobHandler;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.testkit.LogCapture;
import org.junit.jupiter.api.Test;

/** What becomes of steps where the annotation processor was not used. */
class ReflectiveStepsTest {

  @SuppressWarnings("UnusedMethod") // never called
  static class Handlers {
    @JobHandler(operation = "x")
    void run(@Progress ProgressReporter progress) {}

    @Progress(step = "write image", weight = 10)
    void write(String text) {}

    @Progress
    void check() {}
  }

  static final class Plain {
    @JobHandler(operation = "x")
    void run(@Progress ProgressReporter progress) {}
  }

  static final class NamedParameter {
    @JobHandler(operation = "x")
    void run(@Progress(step = "write") ProgressReporter progress) {}
  }

  static final class WeightedParameter {
    @JobHandler(operation = "x")
    void run(@Progress(weight = 10) ProgressReporter progress) {}
  }

  @Test
  void warnsThatTheyAreNotReported() {
    try (LogCapture log = LogCapture.of(ReflectiveProgress.class)) {
      ReflectiveDispatcher<Handlers> dispatcher = ReflectiveDispatcher.of(Handlers.class);

      assertThat(dispatcher.instanceClass()).isEqualTo(Handlers.class);
      assertThat(log.text().lines())
          .singleElement()
          .asString()
          .contains(
              "WARN",
              "The steps [Handlers.check(), Handlers.write(String)] are not reported, since"
                  + " io.jobhandler.internal.discovery.ReflectiveStepsTest$Handlers is called by"
                  + " reflection; compile the handlers with jobhandler-annotation-processor");
    }
  }

  @Test
  void hasNothingToSayOfHandlersWithoutSteps() {
    try (LogCapture log = LogCapture.of(ReflectiveProgress.class)) {
      ReflectiveDispatcher.of(Plain.class);

      assertThat(log.text()).isEmpty();
    }
  }

  @Test
  void refusesAParameterThatIsNamedLikeAStep() {
    assertThatThrownBy(() -> ReflectiveDispatcher.of(NamedParameter.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(fault("NamedParameter"));
    assertThatThrownBy(() -> ReflectiveDispatcher.of(WeightedParameter.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(fault("WeightedParameter"));
  }

  private static String fault(String type) {
    return type
        + ".run(ProgressReporter): step and weight mean nothing on a parameter: write @Progress"
        + " alone, and the rest on the method that is the step";
  }
}

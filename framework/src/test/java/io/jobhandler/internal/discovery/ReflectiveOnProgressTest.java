package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.HandlerMethod;
import org.junit.jupiter.api.Test;

/** What a handler without a generated dispatcher says of its step timer. */
class ReflectiveOnProgressTest {

  @SuppressWarnings("UnusedMethod") // never called
  static final class Handlers {
    @JobHandler(operation = "restarts", onProgress = OnProgress.RESTART_STEP_TIMER)
    void restarts(@Progress ProgressReporter progress) {}

    @JobHandler(operation = "keeps", onProgress = OnProgress.KEEP_STEP_TIMER)
    void keeps() {}

    @JobHandler(operation = "unset")
    void unset(@Progress ProgressReporter progress) {}
  }

  static final class NeverReports {
    @JobHandler(operation = "x", onProgress = OnProgress.RESTART_STEP_TIMER)
    void run(JobContext context) {}
  }

  @Test
  void takesOverWhatTheAnnotationSays() {
    assertThat(ReflectiveDispatcher.of(Handlers.class).handlerMethods())
        .extracting(HandlerMethod::operation, HandlerMethod::onProgress)
        .containsExactly(
            tuple("keeps", OnProgress.KEEP_STEP_TIMER),
            tuple("restarts", OnProgress.RESTART_STEP_TIMER),
            tuple("unset", OnProgress.UNSET));
  }

  @Test
  void refusesAHandlerThatCannotReport() {
    assertThatThrownBy(() -> ReflectiveDispatcher.of(NeverReports.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "onProgress of NeverReports.run(JobContext) is RESTART_STEP_TIMER, but nothing reports:"
                + " take a @Progress ProgressReporter, or leave onProgress out");
  }
}

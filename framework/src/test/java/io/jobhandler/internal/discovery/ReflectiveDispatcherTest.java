package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class ReflectiveDispatcherTest {
  private static final JobContext CONTEXT = Mockito.mock(JobContext.class);
  private static final ProgressReporter PROGRESS = Mockito.mock(ProgressReporter.class);

  record Update(String version) {}

  /** Handlers of every kind that there is. */
  @SuppressWarnings("UnusedMethod") // called by reflection
  static class Handlers {
    private @Nullable Object called;

    @JobHandler(operation = "everything", stepTimeout = "PT10M")
    private JobResult everything(
        JobContext context, Update document, @Progress ProgressReporter progress) {
      called = List.of(context, document, progress);
      return JobResult.succeeded(Map.of("version", document.version()));
    }

    @JobHandler(operation = "nothing")
    void nothing() {
      called = "nothing";
    }

    @JobHandler(operation = "narrow")
    protected JobResult.Failed narrow() {
      return new JobResult.Failed("LOW", "why", Map.of());
    }

    @JobHandler(operation = "checked")
    public void checked() throws IOException {
      throw new IOException("why");
    }

    @JobHandler(operation = "error")
    public void error() {
      throw new AssertionError("why");
    }

    void noHandler() {}
  }

  private final Handlers handlers = new Handlers();
  private final JobDispatcher<Handlers> dispatcher = ReflectiveDispatcher.of(Handlers.class);

  private JobResult dispatch(String operation) throws Throwable {
    JobInvocation invocation = new JobInvocation(new Update("2"), CONTEXT, PROGRESS);
    return dispatcher.dispatch(operation, handlers, invocation);
  }

  @Test
  void describesTheMethodsSortedByOperation() {
    assertThat(dispatcher.handlerMethods())
        .extracting(HandlerMethod::operation)
        .containsExactly("checked", "error", "everything", "narrow", "nothing");
    assertThat(dispatcher.handlerMethods())
        .contains(
            new HandlerMethod(
                "everything",
                Update.class,
                Duration.ofMinutes(10),
                "Handlers.everything(JobContext, Update, ProgressReporter)"),
            new HandlerMethod("nothing", null, null, "Handlers.nothing()"));
  }

  @Test
  void callsAPrivateMethodWithItsArguments() throws Throwable {
    assertThat(dispatch("everything")).isEqualTo(JobResult.succeeded(Map.of("version", "2")));
    assertThat(handlers.called).isEqualTo(List.of(CONTEXT, new Update("2"), PROGRESS));
  }

  @Test
  void takesVoidForSuccess() throws Throwable {
    assertThat(dispatch("nothing")).isEqualTo(JobResult.succeeded());
    assertThat(handlers.called).isEqualTo("nothing");
  }

  @Test
  void takesANarrowerReturnType() throws Throwable {
    assertThat(dispatch("narrow")).isEqualTo(JobResult.failed("LOW", "why"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"checked", "error"})
  void passesOnWhatIsThrownUnchanged(String operation) {
    Throwable thrown = catchThrowable(() -> dispatch(operation));

    assertThat(thrown).isExactlyInstanceOf(thrownBy(operation)).hasMessage("why").hasNoCause();
    assertThat(thrown.getStackTrace()[0].getMethodName()).isEqualTo(operation);
  }

  private static Class<? extends Throwable> thrownBy(String operation) {
    return operation.equals("checked") ? IOException.class : AssertionError.class;
  }

  @Test
  void namesTheKnownOperations() {
    assertThatThrownBy(() -> dispatch("other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s has no handler for operation 'other';"
                + " known: [checked, error, everything, narrow, nothing]",
            Handlers.class.getName());
  }

  static class ReturnsText {
    @JobHandler(operation = "x")
    String run() {
      return "done";
    }
  }

  static class TakesTwoDocuments {
    @JobHandler(operation = "x")
    void run(Update one, String two) {}
  }

  static class TakesUnmarkedProgress {
    @JobHandler(operation = "x")
    void run(ProgressReporter progress) {}
  }

  static class MarksADocument {
    @JobHandler(operation = "x")
    void run(@Progress Update document) {}
  }

  static class HandlesTwice {
    @JobHandler(operation = "x")
    void one() {}

    @JobHandler(operation = "x")
    void two() {}
  }

  static class TakesForever {
    @JobHandler(operation = "x", stepTimeout = "forever")
    void run() {}
  }

  @Test
  void refusesWhatItCannotCallAndSaysWhy() {
    assertRefused(
        ReturnsText.class,
        "ReturnsText.run() returns String, expected void, JobResult, a record, a Map<String, String>, or a CompletionStage of one of these");
    assertRefused(
        TakesTwoDocuments.class,
        "TakesTwoDocuments.run(Update, String) takes 2 documents, expected at most one");
    assertRefused(
        TakesUnmarkedProgress.class,
        "TakesUnmarkedProgress.run(ProgressReporter): @Progress belongs on a ProgressReporter,"
            + " and a ProgressReporter needs it");
    assertRefused(
        MarksADocument.class,
        "MarksADocument.run(Update): @Progress belongs on a ProgressReporter,"
            + " and a ProgressReporter needs it");
    assertRefused(
        HandlesTwice.class,
        "operation 'x' has two handlers, HandlesTwice.one() and HandlesTwice.two()");
    assertRefused(
        TakesForever.class,
        "stepTimeout 'forever' of TakesForever.run() is not an ISO-8601 duration,"
            + " for instance PT10M");
  }

  private static void assertRefused(Class<?> handlerClass, String message) {
    assertThatThrownBy(() -> ReflectiveDispatcher.of(handlerClass))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}

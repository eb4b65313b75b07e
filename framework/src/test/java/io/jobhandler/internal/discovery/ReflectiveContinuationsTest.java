package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnCancelled;
import io.jobhandler.OnInterrupt;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.spi.JobDispatcher;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** What goes on with the jobs of handlers without a generated dispatcher. */
class ReflectiveContinuationsTest {
  private static final JobContext CONTEXT = Mockito.mock(JobContext.class);
  private static final ProgressReporter PROGRESS = Mockito.mock(ProgressReporter.class);

  record Slot(String name) {}

  /** Handlers whose jobs go on in every way that there is. */
  @SuppressWarnings("UnusedMethod") // called by reflection
  static class Handlers {
    private @Nullable Object called;

    @JobHandler(operation = "update", onInterrupt = OnInterrupt.RESUME)
    void update() {}

    @JobHandler(operation = "reset")
    void reset() {}

    @JobHandler(operation = "scan")
    void scan() {}

    @AfterRestart(operation = "update")
    private JobResult goOn(
        JobContext context, @Progress ProgressReporter progress, @Nullable Slot slot) {
      called = Arrays.asList(context, progress, slot);
      return JobResult.succeeded(Map.of("slot", String.valueOf(slot)));
    }

    @OnCancelled(operation = "update")
    private void undo(Slot slot) {
      called = slot;
    }

    @AfterRestart(operation = "reset")
    void wasReset() {
      called = "reset";
    }

    @OnCancelled(operation = "scan")
    void stopScan(JobContext context) throws IOException {
      throw new IOException("why");
    }
  }

  private final Handlers handlers = new Handlers();
  private final JobDispatcher<Handlers> dispatcher = ReflectiveDispatcher.of(Handlers.class);

  @Test
  void describesWhatBelongsToTheHandlers() {
    HandlerPolicy resumes = HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RESUME);

    assertThat(dispatcher.handlerMethods())
        .containsExactly(
            new HandlerMethod("reset", null, null, "Handlers.reset()")
                .withAfterRestart(null, "Handlers.wasReset()"),
            new HandlerMethod("scan", null, null, "Handlers.scan()")
                .withOnCancelled(null, "Handlers.stopScan(JobContext)"),
            new HandlerMethod("update", null, null, "Handlers.update()")
                .withPolicy(resumes)
                .withAfterRestart(Slot.class, "Handlers.goOn(JobContext, ProgressReporter, Slot)")
                .withOnCancelled(Slot.class, "Handlers.undo(Slot)"));
  }

  @Test
  void goesOnWithTheArgumentsOfTheMethod() throws Throwable {
    assertThat(afterRestart("update", new Slot("b")))
        .isEqualTo(JobResult.succeeded(Map.of("slot", "Slot[name=b]")));
    assertThat(handlers.called).isEqualTo(List.of(CONTEXT, PROGRESS, new Slot("b")));
  }

  @Test
  void goesOnWithoutACheckpoint() throws Throwable {
    assertThat(afterRestart("update", null)).isEqualTo(JobResult.succeeded(Map.of("slot", "null")));
  }

  @Test
  void takesVoidForSuccess() throws Throwable {
    assertThat(afterRestart("reset", null)).isEqualTo(JobResult.succeeded());
    assertThat(handlers.called).isEqualTo("reset");
  }

  @Test
  void cleansUpAfterACancellation() throws Throwable {
    onCancelled("update", new Slot("b"));

    assertThat(handlers.called).isEqualTo(new Slot("b"));
  }

  @Test
  void passesOnWhatIsThrownUnchanged() {
    assertThat(catchThrowable(() -> onCancelled("scan", null)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("why")
        .hasNoCause();
  }

  @Test
  void doesNotPassACheckpointOfAnotherType() {
    assertThatIllegalStateException()
        .isThrownBy(() -> onCancelled("update", "a string"))
        .withMessageStartingWith("expected a checkpoint of " + Slot.class.getName());
  }

  @Test
  void namesTheOperationsThatItKnows() {
    String name = Handlers.class.getName();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> afterRestart("scan", null))
        .withMessage(
            "%s has no @AfterRestart method for operation 'scan'; known: [reset, update]", name);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onCancelled("reset", null))
        .withMessage(
            "%s has no @OnCancelled method for operation 'reset'; known: [scan, update]", name);
  }

  private JobResult afterRestart(String operation, @Nullable Object checkpoint) throws Throwable {
    return dispatcher.dispatchAfterRestart(operation, handlers, invocation(checkpoint));
  }

  private void onCancelled(String operation, @Nullable Object checkpoint) throws Throwable {
    dispatcher.dispatchOnCancelled(operation, handlers, invocation(checkpoint));
  }

  private static ContinuationInvocation invocation(@Nullable Object checkpoint) {
    return new ContinuationInvocation(checkpoint, CONTEXT, PROGRESS);
  }
}

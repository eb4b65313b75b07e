package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jobhandler.JobResult;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles handlers with what goes on with their jobs, loads their dispatcher and calls it. */
class GeneratedContinuationsTest {
  private static final String HANDLERS =
      """
      package test;

      import io.jobhandler.*;
      import java.io.IOException;
      import java.util.Map;

      final class Handlers {
        static String seen = "";

        record Slot(String name) {}

        @JobHandler(operation = "update") void update() {}
        @JobHandler(operation = "reset") void reset() {}
        @JobHandler(operation = "scan") void scan() {}

        @AfterRestart(operation = "update")
        JobResult goOn(JobContext context, @Progress ProgressReporter progress, Slot slot) {
          progress.report(90);
          return JobResult.succeeded(
              Map.of("slot", String.valueOf(slot), "operation", context.operation()));
        }

        @OnCancelled(operation = "update")
        static void undo(Slot slot) {
          seen = String.valueOf(slot);
        }

        @AfterRestart(operation = "reset")
        void wasReset() {
          seen = "reset";
        }

        @OnCancelled(operation = "scan")
        void stopScan(JobContext context) throws IOException {
          throw new IOException(context.operation());
        }

        static String seen() {
          return seen;
        }
      }
      """;

  @TempDir private Path directory;
  private CompiledHandlers compiled;
  private Object slot;

  @BeforeEach
  void compileAndLoad() throws Exception {
    compiled = CompiledHandlers.of(directory, "test.Handlers", HANDLERS);
    slot = compiled.make("test.Handlers$Slot", "b");
  }

  @AfterEach
  void unload() throws IOException {
    compiled.close();
  }

  @Test
  void describesWhatBelongsToTheHandlers() throws Exception {
    Class<?> type = compiled.type("test.Handlers$Slot");

    assertThat(compiled.dispatcher().handlerMethods())
        .containsExactly(
            new HandlerMethod("reset", null, null, "Handlers.reset()")
                .withAfterRestart(null, "Handlers.wasReset()"),
            new HandlerMethod("scan", null, null, "Handlers.scan()")
                .withOnCancelled(null, "Handlers.stopScan(JobContext)"),
            new HandlerMethod("update", null, null, "Handlers.update()")
                .withAfterRestart(
                    type, "Handlers.goOn(JobContext, ProgressReporter, Handlers.Slot)")
                .withOnCancelled(type, "Handlers.undo(Handlers.Slot)"));
    assertThat(compiled.dispatcher().handlerMethods())
        .extracting(HandlerMethod::onCancelled)
        .contains(new Continuation(type, "Handlers.undo(Handlers.Slot)"));
  }

  @Test
  void goesOnWithTheArgumentsOfTheMethod() throws Throwable {
    assertThat(afterRestart("update", slot))
        .isEqualTo(JobResult.succeeded(Map.of("slot", "Slot[name=b]", "operation", "update")));
    assertThat(compiled.reports()).containsExactly("90");
  }

  @Test
  void goesOnWithoutACheckpoint() throws Throwable {
    assertThat(afterRestart("update", null))
        .isEqualTo(JobResult.succeeded(Map.of("slot", "null", "operation", "update")));
  }

  @Test
  void voidMethodSucceeds() throws Throwable {
    assertThat(afterRestart("reset", null)).isEqualTo(JobResult.succeeded());
    assertThat(compiled.ask("seen")).isEqualTo("reset");
  }

  @Test
  void cleansUpAfterACancellation() throws Throwable {
    onCancelled("update", slot);

    assertThat(compiled.ask("seen")).isEqualTo("Slot[name=b]");
  }

  @Test
  void exceptionPassesUnchanged() {
    assertThat(catchThrowable(() -> onCancelled("scan", null)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("scan");
  }

  @Test
  void aCheckpointOfAnotherTypeIsNotPassed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> afterRestart("update", "a string"))
        .withMessage("expected a checkpoint of test.Handlers$Slot for update");
  }

  @Test
  void operationsWithoutSuchAMethodAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> afterRestart("scan", null))
        .withMessage(
            "no @AfterRestart method for operation 'scan' in Handlers; known: reset, update");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onCancelled("reset", null))
        .withMessage(
            "no @OnCancelled method for operation 'reset' in Handlers; known: scan, update");
  }

  private JobResult afterRestart(String operation, @Nullable Object checkpoint) throws Throwable {
    return compiled
        .dispatcher()
        .dispatchAfterRestart(operation, compiled.handler(), invocation(operation, checkpoint));
  }

  private void onCancelled(String operation, @Nullable Object checkpoint) throws Throwable {
    compiled
        .dispatcher()
        .dispatchOnCancelled(operation, compiled.handler(), invocation(operation, checkpoint));
  }

  private ContinuationInvocation invocation(String operation, @Nullable Object checkpoint) {
    return new ContinuationInvocation(
        checkpoint, TestJobContext.of(operation), compiled.progress());
  }
}

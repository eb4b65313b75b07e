package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobFailedException;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** What methods return that are called by reflection: the same as by generated code. */
class ReflectiveResultTest {
  private static final JobContext CONTEXT = Mockito.mock(JobContext.class);
  private static final ProgressReporter PROGRESS = Mockito.mock(ProgressReporter.class);

  private enum Mode {
    FAST
  }

  private record Done(
      @Nullable String folder, int files, @Nullable Mode mode, Optional<Duration> took) {}

  @SuppressWarnings("UnusedMethod") // called by reflection
  private record Wrong(int number) {
    @Override
    public int number() {
      throw new IllegalStateException("why");
    }
  }

  @SuppressWarnings("UnusedMethod") // called by reflection
  static final class Handlers {
    @JobHandler(operation = "record")
    private Done returnsRecord() {
      return new Done("a", 2, Mode.FAST, Optional.of(Duration.ofSeconds(3)));
    }

    @JobHandler(operation = "absent")
    CompletionStage<Done> absent() {
      return CompletableFuture.completedStage(new Done(null, 0, null, Optional.empty()));
    }

    @JobHandler(operation = "map")
    Map<String, String> map() {
      return Map.of("folder", "a");
    }

    @JobHandler(operation = "staged_map")
    CompletableFuture<Map<String, String>> stagedMap() {
      return CompletableFuture.supplyAsync(this::map);
    }

    @JobHandler(operation = "staged_result")
    CompletionStage<JobResult> stagedResult() {
      return CompletableFuture.completedStage(JobResult.failed("LOW", "why"));
    }

    @JobHandler(operation = "staged_void")
    CompletionStage<@Nullable Void> stagedVoid() {
      return CompletableFuture.completedStage(null);
    }

    @JobHandler(operation = "failed")
    CompletionStage<JobResult> failed() {
      Exception cause = new IOException("the stage's own");
      return CompletableFuture.failedStage(new InvocationTargetException(cause, "why"));
    }

    @JobHandler(operation = "accessor")
    Wrong accessor() {
      return new Wrong(1);
    }

    @JobHandler(operation = "null_record")
    @Nullable Done nullRecord() {
      return null;
    }

    @JobHandler(operation = "null_map")
    @Nullable Map<String, String> nullMap() {
      return null;
    }

    @JobHandler(operation = "null_result")
    @Nullable JobResult nullResult() {
      return null;
    }

    @JobHandler(operation = "null_stage")
    @Nullable CompletionStage<JobResult> nullStage() {
      return null;
    }

    @AfterRestart(operation = "record")
    CompletionStage<Map<String, String>> goOn() {
      return CompletableFuture.completedStage(map());
    }
  }

  private final JobDispatcher<Handlers> dispatcher = ReflectiveDispatcher.of(Handlers.class);

  private JobResult dispatch(String operation) throws Throwable {
    return dispatcher.dispatch(
        operation, new Handlers(), new JobInvocation(null, CONTEXT, PROGRESS));
  }

  @Test
  void componentsAreDetails() throws Throwable {
    assertThat(dispatch("record"))
        .isEqualTo(
            JobResult.succeeded(
                Map.of("folder", "a", "files", "2", "mode", "FAST", "took", "PT3S")));
    assertThat(dispatch("absent")).isEqualTo(JobResult.succeeded(Map.of("files", "0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"map", "staged_map"})
  void mapIsDetails(String operation) throws Throwable {
    assertThat(dispatch(operation)).isEqualTo(JobResult.succeeded(Map.of("folder", "a")));
  }

  @Test
  void stageIsAwaited() throws Throwable {
    assertThat(dispatch("staged_result")).isEqualTo(JobResult.failed("LOW", "why"));
    assertThat(dispatch("staged_void")).isEqualTo(JobResult.succeeded());
  }

  @Test
  void sameAfterARestart() throws Throwable {
    assertThat(
            dispatcher.dispatchAfterRestart(
                "record", new Handlers(), new ContinuationInvocation(null, CONTEXT, PROGRESS)))
        .isEqualTo(JobResult.succeeded(Map.of("folder", "a")));
  }

  @Test
  void whatIsThrownPassesUnchanged() {
    assertThatThrownBy(() -> dispatch("failed"))
        .isInstanceOf(InvocationTargetException.class)
        .hasMessage("why");
    assertThatThrownBy(() -> dispatch("accessor"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("why");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null_record", "null_map", "null_result", "null_stage"})
  void nullIsAFailure(String operation) {
    assertThatThrownBy(() -> dispatch(operation))
        .isInstanceOfSatisfying(
            JobFailedException.class,
            failed ->
                assertThat(failed.toResult())
                    .isEqualTo(JobResult.failed("HANDLER_ERROR", "the handler returned null")));
  }
}

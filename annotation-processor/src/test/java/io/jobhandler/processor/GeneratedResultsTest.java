package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobFailedException;
import io.jobhandler.JobResult;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles handlers that return what is no result yet, loads their dispatcher and calls it. */
class GeneratedResultsTest {
  private static final String HANDLERS =
      """
      package test;

      import io.jobhandler.*;
      import java.io.IOException;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;

      final class ResultDetails {
        enum Mode {
          FAST;

          @Override
          public String toString() {
            return "for people";
          }
        }

        private static final Map<String, String> MAP = Map.of("folder", "a");

        record StagedResult(
            String folder, int files, Mode mode, Optional<Duration> took, Long missing) {}

        record Nothing() {}

        @JobHandler(operation = "record")
        StagedResult returnsRecord() {
          return new StagedResult("a", 2, Mode.FAST, Optional.of(Duration.ofSeconds(3)), null);
        }

        @JobHandler(operation = "absent") StagedResult absent() {
          return new StagedResult(null, 0, null, Optional.empty(), 7L);
        }

        @JobHandler(operation = "empty") static Nothing empty() { return new Nothing(); }

        @JobHandler(operation = "map") Map<String, String> map() { return MAP; }

        @JobHandler(operation = "staged_record")
        CompletionStage<StagedResult> stagedRecord() { return done(returnsRecord()); }

        @JobHandler(operation = "staged_map")
        CompletableFuture<Map<String, String>> stagedMap() { return done(MAP); }

        @JobHandler(operation = "staged_result")
        CompletionStage<JobResult.Failed> stagedResult() {
          return done(new JobResult.Failed("LOW", "why", MAP));
        }

        @JobHandler(operation = "staged_void")
        CompletionStage<Void> stagedVoid() { return done(null); }

        @JobHandler(operation = "failed") CompletionStage<Void> failed() {
          return CompletableFuture.runAsync(() -> { throw new CompletionException(new IOException("why")); })
              .thenRun(() -> {});
        }

        @AfterRestart(operation = "record")
        CompletionStage<StagedResult> goOn() { return done(absent()); }

        @AfterRestart(operation = "map") Map<String, String> goOnWithMap() { return MAP; }

        @JobHandler(operation = "null_record") StagedResult nullRecord() { return null; }
        @JobHandler(operation = "null_map") Map<String, String> nullMap() { return null; }
        @JobHandler(operation = "null_stage") CompletionStage<Void> nullStage() { return null; }
        @JobHandler(operation = "stage_of_null")
        CompletionStage<StagedResult> stageOfNull() { return done(null); }

        private static <T> CompletableFuture<T> done(T value) {
          return CompletableFuture.supplyAsync(() -> value);
        }
      }
      """;

  @TempDir private Path directory;
  private CompiledHandlers compiled;

  @BeforeEach
  void compileAndLoad() throws Exception {
    compiled = CompiledHandlers.of(directory, "test.ResultDetails", HANDLERS);
  }

  @AfterEach
  void unload() throws IOException {
    compiled.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "staged_record"})
  void componentsAreDetails(String operation) throws Throwable {
    assertThat(dispatch(operation))
        .isEqualTo(
            JobResult.succeeded(
                Map.of("folder", "a", "files", "2", "mode", "FAST", "took", "PT3S")));
  }

  @Test
  void whatIsAbsentIsLeftOut() throws Throwable {
    assertThat(dispatch("absent"))
        .isEqualTo(JobResult.succeeded(Map.of("files", "0", "missing", "7")));
    assertThat(dispatch("empty")).isEqualTo(JobResult.succeeded());
  }

  @ParameterizedTest
  @ValueSource(strings = {"map", "staged_map"})
  void mapIsDetails(String operation) throws Throwable {
    assertThat(dispatch(operation)).isEqualTo(JobResult.succeeded(Map.of("folder", "a")));
  }

  @Test
  void stageIsAwaited() throws Throwable {
    assertThat(dispatch("staged_result"))
        .isEqualTo(new JobResult.Failed("LOW", "why", Map.of("folder", "a")));
    assertThat(dispatch("staged_void")).isEqualTo(JobResult.succeeded());
    assertThatThrownBy(() -> dispatch("failed"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("why");
  }

  @Test
  void sameAfterARestart() throws Throwable {
    assertThat(goOn("record")).isEqualTo(JobResult.succeeded(Map.of("files", "0", "missing", "7")));
    assertThat(goOn("map")).isEqualTo(JobResult.succeeded(Map.of("folder", "a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null_record", "null_map", "null_stage", "stage_of_null"})
  void nullIsAFailure(String operation) {
    assertThatThrownBy(() -> dispatch(operation))
        .isInstanceOfSatisfying(
            JobFailedException.class,
            failed ->
                assertThat(failed.toResult())
                    .isEqualTo(JobResult.failed("HANDLER_ERROR", "the handler returned null")));
  }

  private JobResult dispatch(String operation) throws Throwable {
    return compiled
        .dispatcher()
        .dispatch(
            operation,
            compiled.handler(),
            new JobInvocation(null, TestJobContext.of(operation), compiled.progress()));
  }

  private JobResult goOn(String operation) throws Throwable {
    return compiled
        .dispatcher()
        .dispatchAfterRestart(
            operation,
            compiled.handler(),
            new ContinuationInvocation(null, TestJobContext.of(operation), compiled.progress()));
  }
}

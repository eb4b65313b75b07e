package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What handlers may return, and what the service stores of it. A job's name is its operation. */
@Timeout(60)
class ResultsOverMqttTest {
  private final AgentOverMqtt thing;
  private final Results handlers = new Results();

  record Copied(String folder, int files, Optional<Duration> took, @Nullable String missing) {}

  /** One operation for each kind of result. */
  @SuppressWarnings("UnusedMethod") // called by the agent
  private static final class Results {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CompletableFuture<JobResult> open = new CompletableFuture<>();

    @JobHandler(operation = "record")
    Copied copied() {
      return new Copied("a", 2, Optional.of(Duration.ofSeconds(3)), null);
    }

    @JobHandler(operation = "map")
    Map<String, String> details() {
      Map<String, String> details = new TreeMap<>(Map.of("a key", "a\nvalue", "progress", "mine"));
      for (int i = 1; i <= 9; i++) {
        details.put("k" + i, "v");
      }
      return details;
    }

    @JobHandler(operation = "stage")
    CompletionStage<Copied> stage() {
      return CompletableFuture.supplyAsync(this::copied);
    }

    @JobHandler(operation = "open")
    CompletionStage<JobResult> open() {
      waiting.countDown();
      return open;
    }

    @JobHandler(operation = "fails")
    @MapException(type = IOException.class, reasonCode = "DISK_ERROR")
    CompletionStage<@Nullable Void> fails() {
      return CompletableFuture.<@Nullable Void>failedFuture(new IOException("the disk is gone"))
          .thenRun(() -> {});
    }

    @JobHandler(operation = "hangs", stepTimeout = "PT1S")
    CompletionStage<JobResult> hangs() {
      return open;
    }

    @JobHandler(operation = "null")
    @Nullable CompletionStage<JobResult> nothing() {
      return null;
    }
  }

  ResultsOverMqttTest(@TempDir Path folder) {
    this.thing = new AgentOverMqtt(folder);
  }

  @BeforeEach
  void start() throws Exception {
    thing.start(thing.builder().handlers(handlers).build());
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private JobExecution end(String operation) throws Exception {
    create(operation);
    return thing.end(operation);
  }

  private void create(String operation) {
    thing.create(operation, "{\"operation\":\"%s\"}".formatted(operation));
  }

  @Test
  void componentsOfARecord() throws Exception {
    assertSucceededWithCopied(end("record"));
  }

  @Test
  void entriesOfAMapCleanedAndCut() throws Exception {
    assertThat(end("map").statusDetails())
        .containsOnlyKeys("agentToken", "a_key", "k1", "k2", "k3", "k4", "k5")
        .containsEntry("a_key", "a value");
  }

  @Test
  void whatAStageEndsWith() throws Exception {
    assertSucceededWithCopied(end("stage"));
  }

  @Test
  void noOtherJobBeginsBeforeTheStageHasEnded() throws Exception {
    create("open");
    create("record");
    AgentOverMqtt.await(handlers.waiting);

    assertThat(thing.service.describeJobExecution(AgentOverMqtt.THING, "record").status())
        .isEqualTo(ExecutionStatus.QUEUED);
    handlers.open.complete(JobResult.rejected("NO_DISK", "there is none"));

    assertThat(thing.end("open").status()).isEqualTo(ExecutionStatus.REJECTED);
    assertThat(thing.end("record").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void whatAStageFailsWith() throws Exception {
    assertFailed(end("fails"), "DISK_ERROR", "IOException: the disk is gone");
  }

  @Test
  void aStageThatDoesNotEndInTimeIsCancelled() throws Exception {
    assertFailed(end("hangs"), "STEP_TIMEOUT", "the handler did not end within its step timeout");

    assertThat(handlers.open).isCancelled();
    assertSucceededWithCopied(end("record"));
  }

  @Test
  void nullSaysNothing() throws Exception {
    assertFailed(end("null"), "HANDLER_ERROR", "the handler returned null");
  }

  private static void assertSucceededWithCopied(JobExecution execution) {
    assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(execution.statusDetails())
        .containsOnlyKeys("agentToken", "folder", "files", "took")
        .containsAllEntriesOf(Map.of("folder", "a", "files", "2", "took", "PT3S"));
  }

  private static void assertFailed(JobExecution execution, String reasonCode, String reason) {
    assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(execution.statusDetails())
        .containsEntry("reasonCode", reasonCode)
        .containsEntry("reason", reason);
  }
}

package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of executions whose handlers were running when the process was killed. */
class KilledProcessTest {
  /** A busy machine takes long to start a process. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Path ledger;
  private final AgentOverMqtt thing;
  private final List<Process> processes = new ArrayList<>();

  KilledProcessTest(@TempDir Path folder) {
    this.folder = folder;
    this.ledger = folder.resolve("ledger");
    this.thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    processes.forEach(Process::destroyForcibly);
    thing.close();
  }

  private Process startDevice() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LedgerDevice.class.getName(),
                Integer.toString(thing.service.mqttPort()),
                folder.resolve("journal").toString(),
                ledger.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("device-" + processes.size() + ".log").toFile())
            .start();
    processes.add(process);
    return process;
  }

  private void create(String... operations) {
    for (String operation : operations) {
      thing.create(operation, "{\"operation\":\"%s\"}".formatted(operation));
    }
  }

  /** What the handlers of an operation did. */
  private List<String> ledger(String operation) throws IOException {
    return Files.exists(ledger)
        ? Files.readAllLines(ledger).stream()
            .filter(line -> line.startsWith(operation + " "))
            .map(line -> line.substring(operation.length() + 1))
            .toList()
        : List.of();
  }

  private JobExecution end(String job) throws Exception {
    return thing
        .service
        .whenTerminal(AgentOverMqtt.THING, job)
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private void killWhenAllAreBlocked(String... operations) throws Exception {
    Process device = startDevice();
    for (String operation : operations) {
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  ledger(operation).stream().anyMatch(line -> line.endsWith(LedgerDevice.BLOCKED)));
    }
    device.destroyForcibly().waitFor();
  }

  @Test
  void eachExecutionEndsAsItsHandlerSaysOfInterruptions() throws Exception {
    create("fail", "rerun", "resume", "resume_early");
    killWhenAllAreBlocked("fail", "rerun", "resume", "resume_early");
    startDevice();

    assertThat(end("fail").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end("fail").statusDetails()).containsEntry("reasonCode", "INTERRUPTED");
    assertThat(thing.statuses("fail"))
        .containsExactly(ExecutionStatus.IN_PROGRESS, ExecutionStatus.FAILED);
    assertThat(ledger("fail")).containsExactly("1 NONE blocked");

    assertThat(end("rerun").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end("rerun").statusDetails()).containsEntry("erased", "100");
    assertThat(ledger("rerun"))
        .containsExactly("1 NONE erased", "1 NONE blocked", "2 INTERRUPTION ends");

    assertThat(end("resume").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ledger("resume")).containsExactly("1 NONE blocked", "2 INTERRUPTION goes on at 3");

    assertThat(end("resume_early").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(ledger("resume_early")).containsExactly("1 NONE blocked", "2 INTERRUPTION ends");
  }

  @Test
  @DisplayName("Edge case 7: a handler that takes the process along is not begun without end")
  void aCrashLoopEnds() throws Exception {
    create("crash");
    for (int start = 1; start <= 3; start++) {
      assertThat(startDevice().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
    Process last = startDevice();
    CompletableFuture<Object> first =
        CompletableFuture.anyOf(
            last.onExit(), thing.service.whenTerminal(AgentOverMqtt.THING, "crash"));

    assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(JobExecution.class);
    assertThat(end("crash").status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end("crash").statusDetails()).containsEntry("reasonCode", "ATTEMPTS_EXHAUSTED");
    assertThat(ledger("crash"))
        .containsExactly("1 NONE crashes", "2 INTERRUPTION crashes", "3 INTERRUPTION crashes");
  }
}

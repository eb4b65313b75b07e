package io.jobhandler.examples.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class DeviceProgramTest {
  @TempDir private Path folder;

  private static DeviceProgram script(String text) {
    return new DeviceProgram("/bin/sh", "-c", text);
  }

  @Test
  void tellsWhatTheProgramSaidOnBothOfItsOutputs() throws Exception {
    assertThat(script("echo one; echo two >&2").run()).isEqualTo("one\ntwo");
  }

  @ParameterizedTest
  @DisplayName("Edge case 18: a child that a signal has ended is no success, and exit 3 no signal")
  @CsvSource({
    "kill -9 $$, /bin/sh was ended by signal 9",
    "kill -15 $$, /bin/sh was ended by signal 15",
    "exit 3, /bin/sh ended with status 3",
    "echo no such disk >&2; exit 1, /bin/sh ended with status 1: no such disk"
  })
  void anythingButStatusZeroIsAFailure(String text, String message) {
    assertThatExceptionOfType(ProgramFailedException.class)
        .isThrownBy(() -> script(text).run())
        .withMessage(message);
  }

  @Test
  @DisplayName("Edge case 18: a child that writes much on both outputs is not blocked, nor ended")
  void takesAnyAmountOfOutputAndKeepsItsEnd() throws Exception {
    String said =
        script("i=0; while [ $i -lt 20000 ]; do echo $i; echo x$i >&2; i=$((i+1)); done").run();

    assertThat(said).endsWith("19999\nx19999").hasSizeLessThanOrEqualTo(1024);
  }

  @Test
  void doesNotWaitForAProgramThatKeepsTheOutputOpen() throws Exception {
    assertThat(script("sleep 300 & echo $! > " + folder.resolve("pid")).run()).isEmpty();

    long left = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    assertThat(ProcessHandle.of(left)).get().matches(ProcessHandle::destroyForcibly);
  }

  @Test
  void anInterruptionEndsTheProgramAndItsChildren() throws Exception {
    Path pids = folder.resolve("pids");
    CompletableFuture<String> result = new CompletableFuture<>();
    Thread handler =
        new Thread(
            () -> {
              try {
                String text = "sleep 300 & echo $$ $! > %s.tmp; mv %s.tmp %s; wait";
                result.complete(script(text.formatted(pids, pids, pids)).run());
              } catch (IOException | InterruptedException e) {
                result.completeExceptionally(e);
              }
            });
    handler.start();
    await().until(() -> Files.exists(pids));
    handler.interrupt();

    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> result.get(20, TimeUnit.SECONDS));
    assertThat(failure).hasCauseInstanceOf(InterruptedException.class);
    for (String pid : Files.readString(pids).strip().split(" ", -1)) {
      await().until(() -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new DeviceProgram("/no/such/program").run())
        .withMessageContaining("/no/such/program");
  }
}

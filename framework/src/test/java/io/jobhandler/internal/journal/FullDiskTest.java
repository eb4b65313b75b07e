package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full, and a limit that is really reached, of processes of their own. */
class FullDiskTest {
  /** The journal as it is while nothing more can be stored. */
  private static final String BEFORE = "[none] [] [%s%s]";

  @TempDir Path directory;

  @Test
  void keepsTheEntryBeforeWhileTheDiskIsFullAndGoesOnAfter() throws Exception {
    String mount = "mount -t tmpfs -o size=48k tmpfs \"$0\"";
    List<String> inNamespace =
        List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
    assumeTrue(
        succeeds(inNamespace, mount, directory.toString()),
        "a small disk cannot be mounted here (unshare, tmpfs)");
    List<String> command = new ArrayList<>(inNamespace);
    command.add(mount + " && exec \"$@\"");
    command.add(directory.toString());
    command.addAll(JournalProcess.java());

    assertThat(said(JournalProcess.start(command, "fill", directory)))
        .containsExactly(
            "full",
            "failed",
            BEFORE.formatted("filler, ", Entries.BEGUN_FILE),
            "stored",
            "[large] [] [%s]".formatted(Entries.BEGUN_FILE));
  }

  @Test
  void keepsTheEntryBeforeWhereTheNextIsTooLargeForTheProcess() throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh"));
    // Its statistics are a file too.
    command.addAll(JournalProcess.java("-XX:-UsePerfData"));

    assertThat(said(JournalProcess.start(command, "limit", directory)))
        .containsExactly(
            "failed",
            BEFORE.formatted("", Entries.BEGUN_FILE),
            "stored",
            "[small] [] [%s]".formatted(Entries.BEGUN_FILE));
  }

  private static boolean succeeds(List<String> command, String... more) throws Exception {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    try {
      Process process =
          new ProcessBuilder(all)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // There is no such command.
    }
  }

  private static List<String> said(Process process) throws Exception {
    try (var output = process.getInputStream();
        var errors = process.getErrorStream()) {
      List<String> lines = new String(output.readAllBytes(), UTF_8).lines().toList();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(() -> new String(readAll(errors), UTF_8)).isZero();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] readAll(InputStream errors) {
    try {
      return errors.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

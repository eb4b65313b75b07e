package io.jobhandler.torture;

import io.jobhandler.torture.plan.KillPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Kills a process at a system call, which is not made. Each thread counts its own calls. */
final class Strace {
  private static final long PATIENCE_SECONDS = 30;

  private Strace() {}

  /** Whether the tool is there and may trace. */
  static boolean isPossible() throws InterruptedException {
    try {
      List<String> command = new ArrayList<>(prefix(new KillPlan.AtCall("fsync", 1)));
      command.add("true");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command
    }
  }

  /** What comes before the command; with -D the process is the command's, not the tracer's. */
  static List<String> prefix(KillPlan.AtCall kill) {
    return List.of(
        "strace",
        "-D",
        "-f",
        "--seccomp-bpf",
        "-qqq",
        "-o",
        "/dev/null",
        "-e",
        "trace=" + kill.call(),
        "-e",
        "signal=none",
        "-e",
        "inject=%s:signal=SIGKILL:when=%d".formatted(kill.call(), kill.number()));
  }
}

package io.jobhandler.torture;

import io.jobhandler.torture.device.Bug;
import io.jobhandler.torture.device.DeviceArguments;
import io.jobhandler.torture.device.TortureDevice;
import io.jobhandler.torture.plan.KillPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the device, from its start to its end. */
final class Life implements AutoCloseable {
  /** What a process ends with that a SIGKILL has ended. */
  static final int KILLED = 128 + 9;

  private static final long PATIENCE_SECONDS = 300;

  private final int number;
  private final Process process;
  private final Thread reaper;

  private Life(int number, Process process) {
    this.number = number;
    this.process = process;
    this.reaper = new Thread(process::destroyForcibly, "torture-reaper");
    // Whoever ends the torture ends the device with it.
    Runtime.getRuntime().addShutdownHook(reaper);
  }

  /**
   * What a process is started with.
   *
   * @param arguments its command line
   * @param bug what is put in on purpose
   * @param kill when it is killed
   * @param log where it logs to
   * @param image what it is started from
   */
  record Start(DeviceArguments arguments, Bug bug, KillPlan kill, Path log, Image image) {

    /** Starts the process, with more options of the Java machine. */
    Life begin(String... options) throws IOException {
      return new Life(
          arguments.life(),
          new ProcessBuilder(command(List.of(options)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start());
    }

    private List<String> command(List<String> options) {
      List<String> command = new ArrayList<>();
      if (kill instanceof KillPlan.AtCall call) {
        command.addAll(Strace.prefix(call));
      }
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of(
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-XX:-UsePerfData",
              "-Xmx64m",
              "--enable-native-access=ALL-UNNAMED",
              "-D" + Bug.PROPERTY + "=" + bug,
              "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
              "-Dorg.slf4j.simpleLogger.showDateTime=true",
              "-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS"));
      command.addAll(image.options());
      command.addAll(options);
      command.add(TortureDevice.class.getName());
      command.addAll(arguments.words());
      return command;
    }
  }

  int number() {
    return number;
  }

  boolean isOver() {
    return !process.isAlive();
  }

  /** Waits for the end; returns the exit code, {@link #KILLED} where a SIGKILL was the end. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
    forgetReaper();
    return process.exitValue();
  }

  private void forgetReaper() {
    try {
      Runtime.getRuntime().removeShutdownHook(reaper);
    } catch (IllegalStateException e) {
      // The torture itself ends, and the hook runs.
    }
  }

  void kill() {
    process.destroyForcibly();
  }

  /** Asks the device to drain, as a supervisor would. */
  void terminate() {
    process.destroy();
  }

  @Override
  public void close() {
    kill();
    forgetReaper();
  }
}

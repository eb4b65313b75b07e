package io.jobhandler.examples.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The device app in a process of its own, from its start to its end. */
record DeviceProcess(Process process) implements AutoCloseable {

  /**
   * Starts the app.
   *
   * @param main its main class
   * @param state the device's folder, with its configuration; the log is added to
   */
  static DeviceProcess start(Class<?> main, Path state) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // The connection is native code, and the log is read by people.
            "--enable-native-access=ALL-UNNAMED",
            // What docs/starter.md says of a cold start: a device boots several times.
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            System.getProperty("java.class.path"),
            main.getName(),
            "--config",
            DeviceConfiguration.file(state).toString());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(state).toFile()));
    builder.environment().put("DEVICE_STATE", state.toString());
    return new DeviceProcess(builder.start());
  }

  static Path log(Path state) {
    return state.resolve("device.log");
  }

  /** Waits for its end. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Asks the app to drain, as a supervisor would, and waits for it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

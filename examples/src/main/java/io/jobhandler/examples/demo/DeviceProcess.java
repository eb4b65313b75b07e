package io.jobhandler.examples.demo;

import io.jobhandler.examples.device.DeviceApp;
import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The device app in a process of its own, connected to the Jobs service in this one. */
record DeviceProcess(Process process, Path log) implements AutoCloseable {

  static DeviceProcess start(LocalJobs service, String thingName, Path state) throws IOException {
    Path log = state.resolve("device.log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // For the SDK's native library: without it JDK 24 and later warn, later ones refuse.
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            DeviceApp.class.getName(),
            "--endpoint=" + service.host(),
            "--port=" + service.mqttsPort(),
            "--thing=" + thingName,
            "--cert=" + service.deviceCertificate(),
            "--key=" + service.devicePrivateKey(),
            "--ca=" + service.caCertificate(),
            "--state=" + state,
            "--step-timeout=PT5S",
            "--progress-interval=PT0.2S");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new DeviceProcess(process, log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the device to drain, as a supervisor would, and waits for it. */
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

package io.jobhandler.examples.demo;

import io.jobhandler.examples.device.DeviceApp;
import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The device app in a process of its own, connected to the Jobs service in this one. */
record DeviceProcess(Process process, Path log) implements AutoCloseable {

  static DeviceProcess start(LocalJobs service, String thingName, Path state) throws IOException {
    Path log = state.resolve("device.log");
    Path configuration = state.resolve("jobhandler.properties");
    Files.writeString(configuration, configuration(service, thingName, state));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // The connection is native code, and the log is read by people.
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            DeviceApp.class.getName(),
            "--config",
            configuration.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("DEVICE_STATE", state.toString());
    Process process = builder.start();
    // Whoever ends the demo ends the device with it.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "demo-shutdown"));
    return new DeviceProcess(process, log);
  }

  private static String configuration(LocalJobs service, String thingName, Path state) {
    return """
        jobhandler.thing-name=%s
        jobhandler.endpoint=%s:%d
        jobhandler.ca-file=%s
        jobhandler.certificate-file=%s
        jobhandler.private-key-file=%s
        jobhandler.journal-directory=%s
        jobhandler.trust-anchor.firmware=%s
        jobhandler.step-timeout.config_update=PT5S
        jobhandler.progress-interval=PT0.2S
        jobhandler.grace=PT5S
        """
        .formatted(
            thingName,
            service.host(),
            service.mqttsPort(),
            service.caCertificate(),
            service.deviceCertificate(),
            service.devicePrivateKey(),
            state.resolve("journal"),
            service.signer().certificate());
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

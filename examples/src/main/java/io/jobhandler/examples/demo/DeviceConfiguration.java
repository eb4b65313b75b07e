package io.jobhandler.examples.demo;

import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration of a device whose Jobs service runs on this machine. */
final class DeviceConfiguration {
  private DeviceConfiguration() {}

  /** Writes it into the device's folder. */
  static void write(LocalJobs service, String thingName, Path state) throws IOException {
    Files.writeString(file(state), text(service, thingName, state));
  }

  static Path file(Path state) {
    return state.resolve("jobhandler.properties");
  }

  private static String text(LocalJobs service, String thingName, Path state) {
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
}

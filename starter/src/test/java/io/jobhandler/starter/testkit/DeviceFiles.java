package io.jobhandler.starter.testkit;

import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of a device and the configuration that names them.
 *
 * @param folder where the device keeps its files
 * @param values the configuration, without the prefix of its keys
 */
public record DeviceFiles(Path folder, Map<String, String> values) {

  /** A device that could connect to a host if it were there. */
  public static DeviceFiles create(Path folder) throws Exception {
    TestAuthority authority = new TestAuthority("authority");
    KeyPair keys = TestKeys.ec();
    return of(
        folder,
        "localhost",
        PemFiles.write(folder.resolve("ca.pem"), authority.certificate()),
        PemFiles.write(folder.resolve("device.pem.crt"), authority.issue(keys.getPublic())),
        PemFiles.write(folder.resolve("device.private.key"), keys.getPrivate()));
  }

  /** A device of a service on this machine. */
  public static DeviceFiles of(Path folder, LocalJobs service) {
    return of(
        folder,
        service.host() + ":" + service.mqttsPort(),
        service.caCertificate(),
        service.deviceCertificate(),
        service.devicePrivateKey());
  }

  private static DeviceFiles of(Path folder, String endpoint, Path ca, Path certificate, Path key) {
    return new DeviceFiles(
        folder,
        new TreeMap<>(
            Map.of(
                "thing-name", "pump-17",
                "endpoint", endpoint,
                "ca-file", ca.toString(),
                "certificate-file", certificate.toString(),
                "private-key-file", key.toString(),
                "journal-directory", folder.resolve("journal").toString())));
  }

  /** Sets a value in place. */
  public DeviceFiles with(String name, Object value) {
    values.put(name, value.toString());
    return this;
  }

  public DeviceFiles without(String name) {
    values.remove(name);
    return this;
  }

  /** Writes the configuration, one value a line, sorted. */
  public Path write() throws IOException {
    return Files.writeString(
        folder.resolve("jobhandler.properties"),
        values.entrySet().stream()
            .map(value -> "jobhandler." + value.getKey() + "=" + value.getValue() + "\n")
            .collect(Collectors.joining()));
  }
}

package io.jobhandler.localjobs;

import io.jobhandler.localjobs.internal.server.LocalServer;
import io.jobhandler.localjobs.internal.tls.CertificateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The steps of {@link LocalJobs.Builder#start()}. */
final class Startup {
  private Startup() {}

  static LocalJobs start(
      @Nullable Path stateDirectory, ServiceClock clock, int mqttPort, int mqttsPort) {
    Path directory = stateDirectory == null ? temporaryDirectory() : stateDirectory;
    CertificateFiles files = new CertificateFiles(directory);
    files.ensureExist();
    Runnable afterClose = stateDirectory == null ? files::delete : () -> {};
    LocalServer server = new LocalServer(clock, afterClose);
    try {
      int plain = server.listenPlain(mqttPort);
      int tls = server.listenMutualTls(mqttsPort, files);
      return new LocalJobs(server, files, plain, tls);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("local-jobs");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a temporary state directory", e);
    }
  }

  static int checkedPort(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be 0 to 65535, but is " + port);
    }
    return port;
  }
}

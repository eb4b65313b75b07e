package io.jobhandler.localjobs;

import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.server.LocalServer;
import io.jobhandler.localjobs.internal.tls.CertificateFiles;
import io.jobhandler.localjobs.internal.tls.CodeSigningFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of {@link LocalJobs.Builder#start()}. */
record Startup(
    @Nullable Path stateDirectory,
    ServiceClock clock,
    int mqttPort,
    int mqttsPort,
    int artifactPort) {

  LocalJobs start() {
    if (stateDirectory != null) {
      return start(stateDirectory, () -> {});
    }
    Path directory = temporaryDirectory();
    return start(directory, () -> delete(directory));
  }

  private LocalJobs start(Path directory, Runnable afterClose) {
    CertificateFiles certificates = new CertificateFiles(directory);
    certificates.ensureExist();
    CodeSigningFiles signing = new CodeSigningFiles(directory);
    signing.ensureExist();
    ArtifactStore store = new ArtifactStore(directory.resolve("artifacts"), clock);
    CodeSigner signer = new CodeSigner(store, signing);
    LocalServer server = new LocalServer(clock, store, afterClose);
    try {
      server.listenArtifacts(artifactPort);
      int plain = server.listenPlain(mqttPort);
      int tls = server.listenMutualTls(mqttsPort, certificates);
      return new LocalJobs(server, certificates, signer, plain, tls);
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

  private static void delete(Path directory) {
    try (Stream<Path> tree = Files.walk(directory)) {
      List<Path> innermostFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }

  static int checkedPort(String name, int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be 0 to 65535, but is " + port);
    }
    return port;
  }
}

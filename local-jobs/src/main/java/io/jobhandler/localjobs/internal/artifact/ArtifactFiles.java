package io.jobhandler.localjobs.internal.artifact;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.Objects.requireNonNull;

import io.jobhandler.localjobs.ArtifactVersion;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder of artifacts: for each version its bytes in a file named by the version, and beside it
 * a description. The description is written last, so that bytes without one are leftovers.
 */
final class ArtifactFiles {
  private static final String DESCRIPTION = ".properties";
  private static final String PART = ".part";

  private final Path directory;

  ArtifactFiles(Path directory) {
    this.directory = directory;
  }

  Path bytes(String versionId) {
    return directory.resolve(versionId);
  }

  /** Where bytes go that are on their way. */
  Path part(String name) {
    return directory.resolve(name + PART);
  }

  /** Reads the descriptions and deletes what has none. */
  List<StoredArtifact> load() throws IOException {
    Files.createDirectories(directory);
    List<StoredArtifact> found = new ArrayList<>();
    List<Path> all;
    try (Stream<Path> files = Files.list(directory)) {
      all = files.toList();
    }
    for (Path file : all) {
      String name = file.getFileName().toString();
      if (name.endsWith(DESCRIPTION)) {
        found.add(read(file, name.substring(0, name.length() - DESCRIPTION.length())));
      } else if (Files.notExists(description(name))) {
        Files.delete(file);
      }
    }
    return found;
  }

  private Path description(String versionId) {
    return directory.resolve(versionId + DESCRIPTION);
  }

  private StoredArtifact read(Path description, String versionId) throws IOException {
    Properties text = new Properties();
    try (Reader in = Files.newBufferedReader(description)) {
      text.load(in);
    }
    try {
      Path file = bytes(versionId);
      ArtifactVersion version =
          new ArtifactVersion(
              value(text, "bucket"),
              value(text, "key"),
              versionId,
              value(text, "etag"),
              Files.size(file));
      Instant lastModified = Instant.parse(value(text, "lastModified"));
      return new StoredArtifact(
          version, lastModified, Long.parseLong(value(text, "sequence")), file);
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          description + " does not describe an artifact; delete it to go on without", e);
    }
  }

  private static String value(Properties text, String name) {
    return requireNonNull(text.getProperty(name), name);
  }

  /** Takes over the bytes of a new version. */
  void keep(Path part, StoredArtifact artifact) throws IOException {
    Properties text = new Properties();
    text.setProperty("bucket", artifact.version().bucket());
    text.setProperty("key", artifact.version().key());
    text.setProperty("etag", artifact.version().etag());
    text.setProperty("lastModified", artifact.lastModified().toString());
    text.setProperty("sequence", String.valueOf(artifact.sequence()));
    String versionId = artifact.version().versionId();
    Path written = part(versionId + DESCRIPTION);
    try (Writer out = Files.newBufferedWriter(written)) {
      text.store(out, null);
    }
    Files.move(part, artifact.file(), ATOMIC_MOVE);
    Files.move(written, description(versionId), ATOMIC_MOVE);
  }
}

package io.jobhandler.localjobs.internal.artifact;

import io.jobhandler.localjobs.ArtifactVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All versions of all artifacts, their bytes in files. Thread-safe. */
public final class ArtifactStore {
  private final ArtifactFiles files;
  private final InstantSource clock;
  private final Map<ArtifactKey, List<StoredArtifact>> versions = new HashMap<>();
  private long sequence;

  /**
   * Opens the store, with the artifacts that an earlier one left there.
   *
   * @throws UncheckedIOException if the folder cannot be read or made
   * @throws IllegalStateException if a description in it cannot be read
   */
  public ArtifactStore(Path directory, InstantSource clock) {
    this.files = new ArtifactFiles(directory);
    this.clock = clock;
    try {
      List<StoredArtifact> found = files.load();
      found.stream().sorted(Comparator.comparing(StoredArtifact::sequence)).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read artifacts from " + directory, e);
    }
  }

  private void add(StoredArtifact artifact) {
    versions.computeIfAbsent(artifact.key(), key -> new ArrayList<>()).add(artifact);
    sequence = artifact.sequence() + 1;
  }

  /** A file for the bytes of a version to be; it goes into {@link #keep} or is to be deleted. */
  public Path newPart() {
    return files.part(newId());
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Makes a file of bytes the latest version; the file is gone afterwards, come what may. */
  public StoredArtifact keep(ArtifactKey key, Path part) throws IOException {
    try {
      String etag = etag(part);
      return keep(key, part, etag);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private synchronized StoredArtifact keep(ArtifactKey key, Path part, String etag)
      throws IOException {
    String id = newId();
    ArtifactVersion version =
        new ArtifactVersion(key.bucket(), key.key(), id, etag, Files.size(part));
    StoredArtifact artifact =
        new StoredArtifact(version, clock.instant(), sequence, files.bytes(id));
    files.keep(part, artifact);
    add(artifact);
    return artifact;
  }

  /** As S3 has it for an object that was not uploaded in parts: the MD5, quoted. */
  private static String etag(Path file) throws IOException {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), md5)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return '"' + HexFormat.of().formatHex(md5.digest()) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no MD5", e);
    }
  }

  /**
   * Finds a version.
   *
   * @param versionId null for the latest
   * @throws S3Exception if there is none
   */
  public synchronized StoredArtifact find(ArtifactKey key, @Nullable String versionId) {
    List<StoredArtifact> all = versions.getOrDefault(key, List.of());
    if (versionId != null) {
      return all.stream()
          .filter(artifact -> artifact.version().versionId().equals(versionId))
          .findFirst()
          .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_VERSION));
    }
    if (all.isEmpty()) {
      throw new S3Exception(S3Error.NO_SUCH_KEY);
    }
    return all.get(all.size() - 1);
  }
}

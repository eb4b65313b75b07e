package io.jobhandler.localjobs;

import io.jobhandler.localjobs.internal.artifact.ArtifactKey;
import io.jobhandler.localjobs.internal.artifact.ArtifactStore;
import io.jobhandler.localjobs.internal.artifact.S3Exception;
import io.jobhandler.localjobs.internal.artifact.S3Location;
import io.jobhandler.localjobs.internal.http.ArtifactEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The artifacts that jobs name, as a bucket of S3 with versions keeps them. They can also be
 * uploaded with {@code PUT /{bucket}/{key}} to {@link LocalJobs#artifactEndpoint()}, which needs no
 * signature; {@code GET} and {@code HEAD} need a presigned URL.
 *
 * <p>Thread-safe. Nothing may be null.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
public final class Artifacts {
  private static final Duration LONGEST = Duration.ofDays(7);

  private final ArtifactEndpoint endpoint;
  private final ArtifactStore store;

  Artifacts(ArtifactEndpoint endpoint) {
    this.endpoint = endpoint;
    this.store = endpoint.store();
  }

  /** Writes the bytes of an upload. */
  @FunctionalInterface
  private interface Content {
    void writeTo(Path part) throws IOException;
  }

  /**
   * Uploads a file. Blocks while it is copied.
   *
   * @param bucket 3 to 63 of {@code [a-z0-9.-]}, a letter or digit at both ends; need not exist
   * @param key 1 to 1024 bytes in UTF-8
   * @param file the bytes
   * @return the new version, which is the latest from now on
   * @throws LocalJobsException InvalidBucketName, InvalidURI or KeyTooLongError if a name breaks
   *     its rule
   * @throws UncheckedIOException if the file cannot be read or the state directory not written
   */
  public ArtifactVersion put(String bucket, String key, Path file) {
    return put(bucket, key, part -> Files.copy(file, part));
  }

  /**
   * Uploads bytes.
   *
   * @param bucket 3 to 63 of {@code [a-z0-9.-]}, a letter or digit at both ends; need not exist
   * @param key 1 to 1024 bytes in UTF-8
   * @param content the bytes; may be empty
   * @return the new version, which is the latest from now on
   * @throws LocalJobsException InvalidBucketName, InvalidURI or KeyTooLongError if a name breaks
   *     its rule
   * @throws UncheckedIOException if the state directory cannot be written
   */
  public ArtifactVersion put(String bucket, String key, byte[] content) {
    return put(bucket, key, part -> Files.write(part, content));
  }

  private ArtifactVersion put(String bucket, String key, Content content) {
    ArtifactKey name = name(bucket, key);
    Path part = store.newPart();
    try {
      content.writeTo(part);
      return store.keep(name, part).version();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store " + bucket + "/" + key, e);
    }
  }

  /**
   * Presigns a URL to download a version with {@code GET}, as a job document's placeholder becomes
   * one. As with S3, it is good for no other method, host, path or version.
   *
   * @param artifact the version
   * @param expiresIn for how long it is good, 1 second to 7 days, in whole seconds by the clock of
   *     the service
   * @return the URL, unlike every other; a secret, as all that signs
   * @throws IllegalArgumentException if the time is out of range
   */
  public URI presignedGet(ArtifactVersion artifact, Duration expiresIn) {
    return presigned("GET", artifact, expiresIn);
  }

  /**
   * Presigns a URL to ask for the headers of a version with {@code HEAD}, for which one that is
   * good for {@code GET} is not.
   *
   * @param artifact the version
   * @param expiresIn for how long it is good, 1 second to 7 days, in whole seconds by the clock of
   *     the service
   * @return the URL, unlike every other; a secret, as all that signs
   * @throws IllegalArgumentException if the time is out of range
   */
  public URI presignedHead(ArtifactVersion artifact, Duration expiresIn) {
    return presigned("HEAD", artifact, expiresIn);
  }

  private URI presigned(String method, ArtifactVersion artifact, Duration expiresIn) {
    if (expiresIn.toSeconds() < 1 || expiresIn.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "expiresIn must be 1 second to 7 days, but is " + expiresIn);
    }
    ArtifactKey name = name(artifact.bucket(), artifact.key());
    S3Location location = S3Location.of(name, artifact.versionId());
    return URI.create(endpoint.presign(method, location, expiresIn));
  }

  static ArtifactKey name(String bucket, String key) {
    try {
      return new ArtifactKey(bucket, key);
    } catch (S3Exception e) {
      throw refused(e);
    }
  }

  static LocalJobsException refused(S3Exception e) {
    return new LocalJobsException(e.error().code(), e.reason());
  }
}

package io.jobhandler.localjobs.internal.artifact;

import io.jobhandler.localjobs.ArtifactVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A version of an artifact, and where its bytes lie.
 *
 * @param sequence orders the versions; the highest of a key is the latest
 */
public record StoredArtifact(
    ArtifactVersion version, Instant lastModified, long sequence, Path file) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  ArtifactKey key() {
    return new ArtifactKey(version.bucket(), version.key());
  }

  /** The time of the upload as HTTP has it, in whole seconds. */
  public String lastModifiedHeader() {
    return HTTP_DATE.format(lastModified);
  }
}

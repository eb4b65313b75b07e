package io.jobhandler.localjobs.internal.artifact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a download asks for, header by header; null is an absent one. See RFC 9110, sections 13.1
 * and 14.2.
 */
public record Conditions(
    @Nullable String ifMatch, @Nullable String ifRange, @Nullable String range) {

  /**
   * Decides what of an artifact is served.
   *
   * @throws S3Exception if the client wants another version, or bytes that are not there
   */
  public ByteRange select(StoredArtifact artifact) {
    String etag = artifact.version().etag();
    if (ifMatch != null && !ifMatch.strip().equals("*") && !names(ifMatch, etag)) {
      throw new S3Exception(S3Error.PRECONDITION_FAILED);
    }
    // A part of something else than the client has is no use to it.
    boolean same = ifRange == null || isOf(artifact, ifRange.strip());
    long size = artifact.version().size();
    return same ? ByteRange.parse(range, size) : ByteRange.whole(size);
  }

  private static boolean names(String etags, String etag) {
    return Arrays.stream(etags.split(",", -1)).anyMatch(one -> one.strip().equals(etag));
  }

  private static boolean isOf(StoredArtifact artifact, String validator) {
    return validator.equals(artifact.version().etag())
        || validator.equals(artifact.lastModifiedHeader());
  }
}

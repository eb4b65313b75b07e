package io.jobhandler.localjobs.internal.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** The name of an artifact, of which there may be many versions. Buckets need not be created. */
public record ArtifactKey(String bucket, String key) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final int MAX_KEY_BYTES = 1024;

  /** Throws an error unless both names keep S3's rules. */
  public ArtifactKey {
    if (!BUCKET.matcher(bucket).matches()) {
      throw new S3Exception(
          S3Error.INVALID_BUCKET_NAME,
          "A bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens, with a letter"
              + " or digit at both ends; it must match "
              + BUCKET);
    }
    if (key.isEmpty() || !UTF_8.newEncoder().canEncode(key)) {
      throw new S3Exception(
          S3Error.INVALID_URI, "A key must not be empty and must be encodable in UTF-8");
    }
    if (key.getBytes(UTF_8).length > MAX_KEY_BYTES) {
      throw new S3Exception(
          S3Error.KEY_TOO_LONG, "A key has at most " + MAX_KEY_BYTES + " bytes in UTF-8");
    }
  }

  /** Reads the path {@code /bucket/key...} of a request, which is percent-encoded. */
  public static ArtifactKey ofPath(String encodedPath) {
    String path = PercentEncoding.decode(encodedPath);
    int slash = path.indexOf('/', 1);
    if (!path.startsWith("/") || slash < 0) {
      throw new S3Exception(S3Error.INVALID_URI, "The path must be /{bucket}/{key}");
    }
    return new ArtifactKey(path.substring(1, slash), path.substring(slash + 1));
  }

  /** The path of requests, not encoded. */
  public String path() {
    return "/" + bucket + "/" + key;
  }
}

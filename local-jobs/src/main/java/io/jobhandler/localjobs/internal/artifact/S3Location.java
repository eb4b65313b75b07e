package io.jobhandler.localjobs.internal.artifact;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of S3, which may not exist.
 *
 * @param versionId null for the latest version
 */
public record S3Location(String region, ArtifactKey key, @Nullable String versionId) {
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String VERSION = "?versionId=";
  private static final Pattern URL =
      Pattern.compile(
          "https://(?:(?<host>[a-z0-9.-]+)\\.)?s3(?:[.-](?<region>[a-z0-9-]+))?\\.amazonaws\\.com"
              + "/(?<path>.+)",
          Pattern.DOTALL);

  public static S3Location of(ArtifactKey key, @Nullable String versionId) {
    return new S3Location(DEFAULT_REGION, key, versionId);
  }

  /**
   * Reads a URL that is not percent-encoded, with the bucket in the path or in the host name, and
   * with or without a version.
   *
   * @throws IllegalArgumentException if the URL is another
   */
  public static S3Location parse(String url) {
    int version = url.lastIndexOf(VERSION);
    Matcher matcher = URL.matcher(version < 0 ? url : url.substring(0, version));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + url + "' is not of the form https://s3.<region>.amazonaws.com/<bucket>/<key>");
    }
    String region = matcher.group("region");
    return new S3Location(
        region == null ? DEFAULT_REGION : region,
        key(url, matcher),
        version < 0 ? null : url.substring(version + VERSION.length()));
  }

  private static ArtifactKey key(String url, Matcher matcher) {
    String host = matcher.group("host");
    String path = matcher.group("path");
    int slash = path.indexOf('/');
    try {
      return host == null
          ? new ArtifactKey(path.substring(0, Math.max(0, slash)), path.substring(slash + 1))
          : new ArtifactKey(host, path);
    } catch (S3Exception e) {
      throw new IllegalArgumentException("'" + url + "' is no object of S3: " + e.reason(), e);
    }
  }
}

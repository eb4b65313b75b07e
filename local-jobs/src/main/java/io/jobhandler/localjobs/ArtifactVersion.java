package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A version of an artifact: what one upload has brought. Immutable.
 *
 * @param bucket the bucket
 * @param key the key
 * @param versionId the version, which the header {@code x-amz-version-id} gives and the parameter
 *     {@code versionId} asks for; unlike all others
 * @param etag the header {@code ETag}: the MD5 of the bytes in hex, in double quotes
 * @param size the number of bytes
 */
public record ArtifactVersion(String bucket, String key, String versionId, String etag, long size) {

  /**
   * {@return what a job document has in place of a presigned URL of this version: {@code
   * ${aws:iot:s3-presigned-url-v2:...}}, for a JSON string as it is}
   *
   * @see CreateJob.Builder#presignedUrlConfig
   */
  public String placeholder() {
    String url =
        "https://s3.us-east-1.amazonaws.com/" + bucket + "/" + key + "?versionId=" + versionId;
    return "${aws:iot:s3-presigned-url-v2:" + URLEncoder.encode(url, UTF_8) + "}";
  }
}

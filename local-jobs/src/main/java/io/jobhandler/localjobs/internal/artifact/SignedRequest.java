package io.jobhandler.localjobs.internal.artifact;

/**
 * What the signature of a presigned URL covers.
 *
 * @param method a URL that was signed for GET is not good for HEAD, as with S3
 * @param host the Host header, with the port
 * @param path not encoded
 */
public record SignedRequest(String method, String host, String path, Query query) {

  /** The canonical request of SigV4, with Host as the only signed header. */
  String canonical() {
    return String.join(
        "\n",
        method,
        PercentEncoding.encodePath(path),
        query.without(SigV4.SIGNATURE).canonical(),
        "host:" + host,
        "",
        "host",
        "UNSIGNED-PAYLOAD");
  }
}

package io.jobhandler.localjobs;

import static java.util.Objects.requireNonNull;

/**
 * How the service presigns the URLs in a job document. The values are checked when the job is
 * created.
 *
 * @param roleArn the role that the service would assume to sign, 20 to 2048 characters; AWS asks
 *     for it, here any will do
 * @param expiresInSec for how many seconds a URL is good, from when the document was delivered: 60
 *     to 3600
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/apireference/API_PresignedUrlConfig.html">PresignedUrlConfig</a>
 */
public record PresignedUrlConfig(String roleArn, long expiresInSec) {
  /** For how many seconds a URL is good where nothing else is said. */
  public static final long DEFAULT_EXPIRES_IN_SEC = 3600;

  /** Checks that the role is not null. */
  public PresignedUrlConfig {
    requireNonNull(roleArn, "roleArn");
  }
}

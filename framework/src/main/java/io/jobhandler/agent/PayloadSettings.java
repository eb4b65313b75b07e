package io.jobhandler.agent;

import java.time.Duration;

/**
 * How payloads are downloaded. Immutable; begin with {@link #defaults()}.
 *
 * @param timeout how long all payloads of a job may take together, over zero and up to {@code P6D};
 *     an hour
 * @param idleTimeout how long a server may keep silent before it is asked again, over zero; 30
 *     seconds
 * @param maxBytes the most bytes that the payloads of one job may have together, over zero; 2 GiB,
 *     which is AWS Signer's limit
 * @param allowPlainHttp whether URLs may be {@code http} for other hosts than this device's own;
 *     they may not, since everybody on the way could read them
 */
public record PayloadSettings(
    Duration timeout, Duration idleTimeout, long maxBytes, boolean allowPlainHttp) {
  private static final Duration MAX_TIMEOUT = Duration.ofDays(6);

  /** Checks the ranges. */
  public PayloadSettings {
    requireInRange("timeout", timeout);
    requireInRange("idleTimeout", idleTimeout);
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes is %d, expected 1 or more".formatted(maxBytes));
    }
  }

  private static void requireInRange(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, expected over zero and up to P6D".formatted(name, duration));
    }
  }

  /**
   * The settings that suit S3 over a device's link.
   *
   * @return the defaults
   */
  public static PayloadSettings defaults() {
    return new PayloadSettings(
        Duration.ofHours(1), Duration.ofSeconds(30), 2L * 1024 * 1024 * 1024, false);
  }

  /**
   * The same settings with other times.
   *
   * @param newTimeout how long all payloads of a job may take together
   * @param newIdleTimeout how long a server may keep silent
   * @return a copy
   */
  public PayloadSettings withTimeouts(Duration newTimeout, Duration newIdleTimeout) {
    return new PayloadSettings(newTimeout, newIdleTimeout, maxBytes, allowPlainHttp);
  }

  /**
   * The same settings with another limit.
   *
   * @param bytes the most bytes that the payloads of one job may have together
   * @return a copy
   */
  public PayloadSettings withMaxBytes(long bytes) {
    return new PayloadSettings(timeout, idleTimeout, bytes, allowPlainHttp);
  }

  /**
   * The same settings with or without plain HTTP.
   *
   * @param allowed whether URLs may be {@code http} for other hosts than this device's own
   * @return a copy
   */
  public PayloadSettings withPlainHttp(boolean allowed) {
    return new PayloadSettings(timeout, idleTimeout, maxBytes, allowed);
  }
}

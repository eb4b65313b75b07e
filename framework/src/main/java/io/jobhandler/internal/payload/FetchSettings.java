package io.jobhandler.internal.payload;

import java.time.Duration;

/**
 * How patient downloads are.
 *
 * @param timeout how long all payloads of a job may take together
 * @param attempts how many attempts in a row may bring not one new byte
 * @param freshUrls how often in a row a fresh URL may be asked for and bring not one new byte
 */
public record FetchSettings(Duration timeout, int attempts, int freshUrls) {

  /** Checks the ranges. */
  public FetchSettings {
    if (timeout.isNegative() || timeout.isZero() || attempts < 1 || freshUrls < 0) {
      throw new IllegalArgumentException(
          "expected a timeout of more than zero, at least 1 attempt and 0 fresh URLs, not "
              + "%s, %d and %d".formatted(timeout, attempts, freshUrls));
    }
  }

  /** What suits S3 over a device's link: an hour, 8 attempts (about two minutes), 3 fresh URLs. */
  public static FetchSettings defaults() {
    return new FetchSettings(Duration.ofHours(1), 8, 3);
  }
}

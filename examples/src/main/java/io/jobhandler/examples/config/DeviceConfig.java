package io.jobhandler.examples.config;

/**
 * The configuration of a device.
 *
 * @param version raised with every change, 1 or more
 * @param reportIntervalSeconds how often the device reports, 1 to 86400
 * @param dataFolder where it keeps its readings; must exist
 */
public record DeviceConfig(int version, int reportIntervalSeconds, String dataFolder) {

  /** Checks the ranges: a document with other values is refused before anything is changed. */
  public DeviceConfig {
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ", expected 1 or more");
    }
    if (reportIntervalSeconds < 1 || reportIntervalSeconds > 86_400) {
      throw new IllegalArgumentException(
          "reportIntervalSeconds is " + reportIntervalSeconds + ", expected 1 to 86400");
    }
  }
}

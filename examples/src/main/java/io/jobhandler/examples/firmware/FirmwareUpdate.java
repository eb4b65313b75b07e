package io.jobhandler.examples.firmware;

/**
 * The document of the operation {@code firmware_update}, beside its payload.
 *
 * @param version the version that the image has, 1 or more
 */
public record FirmwareUpdate(int version) {

  /** Checks the range: a document with another value is refused before anything is downloaded. */
  public FirmwareUpdate {
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ", expected 1 or more");
    }
  }
}

package io.jobhandler.examples.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The example's image format: a first line with the version, and then what the device runs. */
public final class FirmwareImage {
  private static final String MAGIC = "FIRMWARE ";
  private static final int LONGEST_LINE = 32;

  private FirmwareImage() {}

  /**
   * The first line of an image.
   *
   * @param version the version
   * @return the line with its end
   */
  public static byte[] header(int version) {
    return (MAGIC + version + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads an image's version.
   *
   * @param image the image's first bytes, or all of them; left after the first line
   * @return the version
   * @throws IOException if the image does not begin like one
   */
  public static int version(InputStream image) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = image.read(); c != '\n'; c = image.read()) {
      if (c < 0 || line.length() == LONGEST_LINE) {
        throw notAnImage();
      }
      line.append((char) c);
    }
    if (!line.toString().matches(MAGIC + "[0-9]{1,9}")) {
      throw notAnImage();
    }
    return Integer.parseInt(line.substring(MAGIC.length()));
  }

  private static IOException notAnImage() {
    return new IOException(
        "not a firmware image: its first line is not '%s<version>'".formatted(MAGIC));
  }
}

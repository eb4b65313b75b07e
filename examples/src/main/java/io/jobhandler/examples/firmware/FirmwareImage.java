package io.jobhandler.examples.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The example's image format: a first line with the version, and then what the device runs. To show
 * what becomes of a bad one, the line of an image that does not start says so.
 */
public final class FirmwareImage {
  private static final String MAGIC = "FIRMWARE ";
  private static final String BROKEN = " BROKEN";
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
   * The first line of an image that does not start.
   *
   * @param version the version
   * @return the line with its end
   */
  public static byte[] brokenHeader(int version) {
    return (MAGIC + version + BROKEN + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads an image's version.
   *
   * @param image the image's first bytes, or all of them; left after the first line
   * @return the version
   * @throws IOException if the image does not begin like one
   */
  public static int version(InputStream image) throws IOException {
    String line = firstLine(image);
    int end = line.endsWith(BROKEN) ? line.length() - BROKEN.length() : line.length();
    return Integer.parseInt(line.substring(MAGIC.length(), end));
  }

  /**
   * Whether a device can start an image.
   *
   * @param image the image's first bytes, or all of them; left after the first line
   * @return false if its first line says so
   * @throws IOException if the image does not begin like one
   */
  public static boolean starts(InputStream image) throws IOException {
    return !firstLine(image).endsWith(BROKEN);
  }

  private static String firstLine(InputStream image) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = image.read(); c != '\n'; c = image.read()) {
      if (c < 0 || line.length() == LONGEST_LINE) {
        throw notAnImage();
      }
      line.append((char) c);
    }
    if (!line.toString().matches(MAGIC + "[0-9]{1,9}(" + BROKEN + ")?")) {
      throw notAnImage();
    }
    return line.toString();
  }

  private static IOException notAnImage() {
    return new IOException(
        "not a firmware image: its first line is not '%s<version>'".formatted(MAGIC));
  }
}

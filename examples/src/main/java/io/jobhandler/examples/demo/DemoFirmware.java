package io.jobhandler.examples.demo;

import io.jobhandler.examples.firmware.FirmwareImage;
import io.jobhandler.localjobs.ArtifactFaults;
import io.jobhandler.localjobs.ArtifactVersion;
import io.jobhandler.localjobs.LocalJobs;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Firmware images that are published and signed as a build server would. */
final class DemoFirmware {
  private static final String BUCKET = "demo-firmware";
  private static final int IMAGE_SIZE = 32 * 1024 * 1024;
  private static final int PIECE = 64 * 1024;

  private final LocalJobs service;
  private final Path folder;

  DemoFirmware(LocalJobs service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  /** Writes an image: the version, and 32 MiB that cannot be compressed. */
  Path build(int version) throws IOException {
    return build("firmware-" + version, FirmwareImage.header(version), version, IMAGE_SIZE);
  }

  /** Writes a small image, which does not start. */
  Path buildBroken(int version) throws IOException {
    return build("broken-firmware-" + version, FirmwareImage.brokenHeader(version), version, PIECE);
  }

  /** Writes an image of any size above a first line. */
  Path build(String name, byte[] header, int seed, int size) throws IOException {
    Path file = folder.resolve(name);
    Random random = new Random(seed);
    byte[] piece = new byte[PIECE];
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header);
      for (int left = size; left > 0; left -= PIECE) {
        random.nextBytes(piece);
        out.write(piece, 0, Math.min(left, PIECE));
      }
    }
    return file;
  }

  ArtifactVersion publish(String key, Path image) throws IOException {
    return service.artifacts().put(BUCKET, key, image);
  }

  /** The document for an image with its signature. */
  String signedUpdate(int version, ArtifactVersion image) {
    return """
    {"operation": "firmware_update", "version": %d, "presign": "%s", "codesign": %s}\
    """
        .formatted(version, image.placeholder(), service.signer().sign(image).toJson());
  }

  /** The document for an image that nobody has signed. */
  String unsignedUpdate(int version, ArtifactVersion image) {
    return """
    {"operation": "firmware_update", "version": %d, "presign": "%s"}\
    """
        .formatted(version, image.placeholder());
  }

  /** Serves the image with one bit turned over. */
  void tamperWith(ArtifactVersion image) {
    service.faults().artifacts(image.bucket(), image.key()).wrongBytes(ArtifactFaults.ALWAYS);
  }

  /** Serves the first half of the image as if it were all of it. */
  void shorten(ArtifactVersion image) {
    service.faults().artifacts(image.bucket(), image.key()).shortBytes(ArtifactFaults.ALWAYS);
  }
}

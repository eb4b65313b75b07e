package io.jobhandler.examples.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The file that holds the configuration. It is replaced whole, and the one before it is kept. */
public final class ConfigFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final Path previous;

  /**
   * Names the file.
   *
   * @param file where the configuration is, in a folder that exists
   */
  public ConfigFile(Path file) {
    this.file = file;
    this.previous = file.resolveSibling(file.getFileName() + ".previous");
  }

  /**
   * Reads the configuration.
   *
   * @return the configuration
   * @throws IOException if it cannot be read
   */
  public DeviceConfig read() throws IOException {
    return MAPPER.readValue(file.toFile(), DeviceConfig.class);
  }

  /**
   * Whether the device can go by the configuration.
   *
   * @return why it cannot be read; empty where it can, or there is none
   */
  public Optional<String> fault() {
    try {
      if (Files.exists(file)) {
        read();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the configuration cannot be read: " + e.getMessage());
    }
  }

  /**
   * Replaces the configuration and keeps the one before it.
   *
   * @param config the new configuration
   * @throws IOException if it cannot be written; the file is as it was then
   */
  public void replace(DeviceConfig config) throws IOException {
    if (Files.exists(file)) {
      Files.copy(file, previous, StandardCopyOption.REPLACE_EXISTING);
      force(previous);
    }
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, MAPPER.writeValueAsBytes(config));
    force(next);
    move(next);
  }

  private static void force(Path written) throws IOException {
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Puts the configuration back that was replaced last; without one, there is none again.
   *
   * @throws IOException if it cannot be written
   */
  public void rollBack() throws IOException {
    try {
      move(previous);
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(file); // the configuration that is taken back was the first
    }
  }

  private void move(Path from) throws IOException {
    Files.move(from, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package io.jobhandler.starter.internal.config;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks folders without making them. */
final class Folders {
  private static final String REMEDY = "let the user that the device app runs as write to it";

  private Folders() {}

  /** A folder that can be written to, or made. */
  static Path writable(String text) throws InvalidValueException {
    Path folder = Values.path(text);
    Path existing = nearestExisting(folder.toAbsolutePath());
    if (existing == null || !Files.isDirectory(existing)) {
      throw new InvalidValueException(
          "'%s' cannot be a folder, '%s' is none".formatted(folder, existing));
    }
    if (!Files.isWritable(existing)) {
      throw new InvalidValueException(
          "the folder '%s' cannot be written to".formatted(existing), REMEDY);
    }
    return folder;
  }

  private static @Nullable Path nearestExisting(Path folder) {
    Path nearest = folder;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest;
  }
}

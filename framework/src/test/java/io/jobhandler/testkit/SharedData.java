package io.jobhandler.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Test vectors that lie beside the project and are no part of it. */
public final class SharedData {
  private SharedData() {}

  /** Finds a file under {@code shared/data}, or skips the test with a message. */
  public static Path require(String name) {
    Path place = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    Path file = at(place, name);
    while (place != null && !Files.exists(file)) {
      place = place.getParent();
      file = at(place, name);
    }
    assumeTrue(place != null, "the test data are not here: shared/data/" + name);
    return file;
  }

  private static Path at(@Nullable Path place, String name) {
    return (place == null ? Path.of("") : place).resolve("shared/data").resolve(name);
  }
}

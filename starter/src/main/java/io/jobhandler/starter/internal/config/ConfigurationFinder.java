package io.jobhandler.starter.internal.config;

import io.jobhandler.starter.internal.fault.Faults;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration file: the one named on the command line, else the one that {@value
 * #VARIABLE} names, else {@value #DEFAULT_NAME} in the working directory, else on the class path,
 * else none.
 */
final class ConfigurationFinder {
  /** The environment variable that names the file. */
  static final String VARIABLE = "JOBHANDLER_CONFIG";

  static final String DEFAULT_NAME = "jobhandler.properties";
  private static final String OPTION = "--config";

  private final Map<String, String> environment;
  private final Path workingDirectory;
  private final ClassLoader loader;
  private final Faults faults;

  ConfigurationFinder(
      Map<String, String> environment, Path workingDirectory, ClassLoader loader, Faults faults) {
    this.environment = environment;
    this.workingDirectory = workingDirectory;
    this.loader = loader;
    this.faults = faults;
  }

  /** The file; null if there is none, or if it cannot be read, which is a fault. */
  @Nullable ConfigurationFile find(@Nullable String named) {
    String variable = environment.getOrDefault(VARIABLE, "");
    if (named != null) {
      return readNamed(OPTION, "command line", named);
    }
    if (!variable.isBlank()) {
      return readNamed(VARIABLE, "environment", variable.strip());
    }
    Path local = workingDirectory.resolve(DEFAULT_NAME);
    if (Files.exists(local)) {
      return readFile(DEFAULT_NAME, "working directory", local);
    }
    URL resource = loader.getResource(DEFAULT_NAME);
    return resource == null ? null : read(DEFAULT_NAME, "class path", resource, resource.getFile());
  }

  private @Nullable ConfigurationFile readNamed(String key, String origin, String text) {
    try {
      return readFile(key, origin, workingDirectory.resolve(text));
    } catch (InvalidPathException e) {
      faults.add(key, origin, "is no name of a file", "expected the configuration file");
      return null;
    }
  }

  private @Nullable ConfigurationFile readFile(String key, String origin, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      faults.add(
          key,
          origin,
          "the file '%s' does not exist or cannot be read".formatted(file),
          "expected the configuration file, for example /etc/pump/" + DEFAULT_NAME);
      return null;
    }
    try {
      return read(key, origin, file.toUri().toURL(), file.toString());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file is no URL", e);
    }
  }

  private @Nullable ConfigurationFile read(String key, String origin, URL location, String name) {
    try {
      return ConfigurationFile.read(name, location);
    } catch (IOException | IllegalArgumentException e) {
      faults.add(
          key,
          origin,
          "the file '%s' cannot be read: %s".formatted(name, e.getMessage()),
          "expected a properties file in UTF-8 with lines key=value");
      return null;
    }
  }
}

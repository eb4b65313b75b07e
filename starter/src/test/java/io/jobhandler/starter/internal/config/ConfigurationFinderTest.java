package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.starter.internal.fault.Faults;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the configuration is looked for, and in which order. */
class ConfigurationFinderTest {
  private static final String NAME = "jobhandler.properties";

  @TempDir Path folder;

  private final Faults faults = new Faults();

  @Test
  void eachPlaceBeatsTheNext() throws IOException {
    write(folder.resolve("path").resolve(NAME), "class path");
    write(folder.resolve(NAME), "working directory");
    write(folder.resolve("variable.properties"), "variable");
    write(folder.resolve("option.properties"), "option");
    Map<String, String> environment = Map.of("JOBHANDLER_CONFIG", "variable.properties");
    assertThat(found(environment, "option.properties")).isEqualTo("option");
    assertThat(found(environment, null)).isEqualTo("variable");
    assertThat(found(Map.of(), null)).isEqualTo("working directory");
    Files.delete(folder.resolve(NAME));
    assertThat(found(Map.of(), null)).isEqualTo("class path");
    Files.delete(folder.resolve("path").resolve(NAME));
    assertThat(found(Map.of(), null)).isEqualTo("none");
    faults.throwIfAny();
  }

  @Test
  void aFileThatIsNamedMustBeThere() throws IOException {
    assertThat(found(Map.of(), "none.properties")).isEqualTo("none");
    assertThatFault("--config (command line): the file '%s'", folder.resolve("none.properties"));
  }

  @Test
  void aVariableThatNamesAFolderIsRefused() throws IOException {
    assertThat(found(Map.of("JOBHANDLER_CONFIG", "."), null)).isEqualTo("none");
    assertThatFault("JOBHANDLER_CONFIG (environment): the file '%s'", folder.resolve("."));
  }

  @Test
  void aFileMustBeProperties() throws IOException {
    write(folder.resolve(NAME), "\\u12");
    assertThat(found(Map.of(), null)).isEqualTo("none");
    assertThatFault(
        NAME + " (working directory): the file '%s' cannot be read", folder.resolve(NAME));
  }

  private void assertThatFault(String message, Path file) {
    assertThatExceptionOfType(InvalidConfigurationException.class)
        .isThrownBy(faults::throwIfAny)
        .withMessageContaining(message, file);
  }

  private static void write(Path file, String place) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "jobhandler.thing-name=" + place);
  }

  private String found(Map<String, String> environment, @Nullable String named) throws IOException {
    Path classPath = Files.createDirectories(folder.resolve("path"));
    URL[] path = {classPath.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, null)) {
      ConfigurationFile file =
          new ConfigurationFinder(environment, folder, loader, faults).find(named);
      ConfiguredValue value = file == null ? null : file.find("jobhandler.thing-name");
      return value == null ? "none" : value.text();
    }
  }
}

package io.jobhandler.starter;

import io.jobhandler.starter.internal.config.SettingKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the app tells of itself. */
final class HelpText {
  private static final String VERSION_RESOURCE = "version.txt";

  private HelpText() {}

  static String usage() {
    return """
        Arguments:
          --config FILE  read the configuration from FILE; otherwise from the file that the
                         environment variable JOBHANDLER_CONFIG names, ./jobhandler.properties,
                         or jobhandler.properties on the class path
          --check        check the configuration, the files it names and the endpoint, and end
          --version      show the version and end
          --help         show this and end
        Settings, in the file or in the environment (jobhandler.thing-name is JOBHANDLER_THING_NAME):
        """
        + Arrays.stream(SettingKey.values())
            .map(key -> "  " + key.key())
            .collect(Collectors.joining(System.lineSeparator()));
  }

  static String version() {
    try (InputStream in = HelpText.class.getResourceAsStream(VERSION_RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(VERSION_RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(VERSION_RESOURCE + " cannot be read", e);
    }
  }
}

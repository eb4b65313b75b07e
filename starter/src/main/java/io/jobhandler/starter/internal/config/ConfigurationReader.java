package io.jobhandler.starter.internal.config;

import io.jobhandler.starter.internal.fault.Faults;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the whole configuration, and tells everything that is wrong with it at once. */
public final class ConfigurationReader {
  private final Map<String, String> environment;
  private final Path workingDirectory;
  private final ClassLoader loader;
  private final Clock clock;

  /**
   * Makes a reader.
   *
   * @param environment the variables of the process
   * @param workingDirectory where a configuration file is looked for
   * @param loader the class path
   * @param clock against which certificates are checked
   */
  public ConfigurationReader(
      Map<String, String> environment, Path workingDirectory, ClassLoader loader, Clock clock) {
    this.environment = environment;
    this.workingDirectory = workingDirectory;
    this.loader = loader;
    this.clock = clock;
  }

  /**
   * Reads the configuration and the files that it names.
   *
   * @param file the configuration file that was named on the command line; null if none was
   * @return the configuration
   * @throws InvalidConfigurationException if something is wrong with it
   */
  public Configuration read(@Nullable String file) {
    Faults faults = new Faults();
    ConfigurationSource source =
        new ConfigurationSource(
            new ConfigurationFinder(environment, workingDirectory, loader, faults).find(file),
            environment);
    SettingsDraft draft = new SettingsDraft(new SettingReader(source, faults), clock);
    UnknownNames.refuse(source, faults);
    faults.throwIfAny();
    return draft.finish(source.origins());
  }
}

package io.jobhandler.starter.internal.fault;

import io.jobhandler.starter.settings.ConfigurationFault;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it is told at once. */
public final class Faults {
  private final List<ConfigurationFault> found = new ArrayList<>();

  /** Adds a fault, see {@link ConfigurationFault}. */
  public void add(String key, String origin, String problem, String remedy) {
    found.add(new ConfigurationFault(key, origin, problem, remedy));
  }

  /** Ends the reading if something is wrong. */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidConfigurationException(found);
    }
  }
}

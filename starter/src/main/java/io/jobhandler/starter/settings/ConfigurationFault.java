package io.jobhandler.starter.settings;

import java.io.Serializable;

/**
 * One thing that is wrong with the configuration. Never holds a secret: what could be one is not
 * repeated.
 *
 * @param key the setting, for instance {@code jobhandler.thing-name}
 * @param origin where its value came from, for instance {@code /etc/pump/jobhandler.properties:3}
 * @param problem what is wrong
 * @param remedy what is expected, and for instance what
 */
public record ConfigurationFault(String key, String origin, String problem, String remedy)
    implements Serializable {

  /** The fault on one line, for people. */
  @Override
  public String toString() {
    return "%s (%s): %s; %s".formatted(key, origin, problem, remedy);
  }
}

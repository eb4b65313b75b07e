package io.jobhandler.starter.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Tells everything that is wrong with it, not just the first. */
public final class InvalidConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what List.copyOf gives is serializable
  private final List<ConfigurationFault> faults;

  /**
   * Makes an exception.
   *
   * @param faults what is wrong, at least one
   */
  public InvalidConfigurationException(List<ConfigurationFault> faults) {
    super(describe(faults));
    this.faults = List.copyOf(faults);
  }

  private static String describe(List<ConfigurationFault> faults) {
    String count = faults.size() == 1 ? "a fault" : faults.size() + " faults";
    return faults.stream()
        .map(fault -> System.lineSeparator() + "  " + fault)
        .collect(Collectors.joining("", "The configuration has " + count + ":", ""));
  }

  /**
   * What is wrong.
   *
   * @return the faults in the order in which they were found
   */
  public List<ConfigurationFault> faults() {
    return faults;
  }
}

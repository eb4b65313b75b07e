package io.jobhandler.examples.firmware;

import java.io.IOException;
import java.util.Optional;

/** Tells whether the device does what it is for with the firmware that runs. */
@FunctionalInterface
public interface SelfCheck {

  /**
   * Looks at the device.
   *
   * @return what is wrong, for people; empty where nothing is
   * @throws IOException if it cannot be told, also where the thread was interrupted before
   */
  Optional<String> fault() throws IOException;
}

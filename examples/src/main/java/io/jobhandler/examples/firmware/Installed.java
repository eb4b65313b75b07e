package io.jobhandler.examples.firmware;

import org.jspecify.annotations.Nullable;

/**
 * What an update goes on with after the reboot.
 *
 * @param version what was installed
 * @param slot where it was installed, and is to run
 * @param fault what the device does not bear of it, so that it was taken back; null as long as
 *     nothing is known
 */
record Installed(int version, String slot, @Nullable String fault) {

  Installed(int version, String slot) {
    this(version, slot, null);
  }

  Installed takenBack(String newFault) {
    return new Installed(version, slot, newFault);
  }
}

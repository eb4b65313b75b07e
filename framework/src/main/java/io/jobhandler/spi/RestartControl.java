package io.jobhandler.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a device restarts, for handlers that ask for it with {@link
 * io.jobhandler.JobResult#rebootAndContinue} or {@link io.jobhandler.JobResult#restartAndContinue}.
 * The agent has stored where to go on, and is stopped, when it calls {@link #reboot} or {@link
 * #restartProcess}.
 */
public interface RestartControl {

  /**
   * Identifies this boot of the device: another value after every boot, the same value throughout
   * one. See {@link #kernelBootId}.
   *
   * @return 1 to 128 characters
   * @throws IOException if it cannot be told; a reboot is then never taken as done
   */
  String bootId() throws IOException;

  /**
   * What Linux identifies its boots with.
   *
   * @return the content of {@code /proc/sys/kernel/random/boot_id}
   * @throws IOException if it cannot be read, as on other systems
   */
  static String kernelBootId() throws IOException {
    return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
  }

  /**
   * Has the device boot anew. Returns before it does, or never.
   *
   * @throws IOException if it cannot be asked for; it is asked for again after the next start
   */
  void reboot() throws IOException;

  /**
   * Has the agent's process end and be started again, by whatever supervises it. Returns before it
   * does, or never.
   *
   * @throws IOException if it cannot be asked for; it is asked for again after the next start
   */
  void restartProcess() throws IOException;
}

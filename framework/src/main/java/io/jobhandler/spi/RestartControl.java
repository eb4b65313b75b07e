package io.jobhandler.spi;

import java.io.IOException;

/**
 * How a device restarts, for handlers that ask for it with {@link
 * io.jobhandler.JobResult#rebootAndContinue} or {@link io.jobhandler.JobResult#restartAndContinue}.
 * The agent has stored where to go on, and is stopped, when it calls {@link #reboot} or {@link
 * #restartProcess}.
 */
public interface RestartControl {

  /**
   * Identifies this boot of the device: another value after every boot, the same value throughout
   * one. On Linux, {@code /proc/sys/kernel/random/boot_id}.
   *
   * @return 1 to 128 characters
   * @throws IOException if it cannot be told; a reboot is then never taken as done
   */
  String bootId() throws IOException;

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

package io.jobhandler.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * A device with two slots for its software: one runs, the other can be written meanwhile. What a
 * device really does for it (U-Boot's variables, an EFI entry, RAUC, a symbolic link) is behind
 * this, so that a handler for firmware is the same on all of them.
 *
 * <p>The way of an update: {@link #write} the inactive slot, {@link #activate} it, restart, and
 * {@link #confirm} what runs then, or {@link #rollBack} and restart. Each of these is durable when
 * it returns, and a loss of power in the middle leaves a device that starts. The boot loader takes
 * part: it goes back to the slot before by itself where the one on trial does not start, or is not
 * confirmed.
 *
 * <p>Called by one handler at a time.
 */
public interface BootControl {

  /**
   * The slot that runs. Only a restart changes it.
   *
   * @return its name, as the device's boot loader knows it
   * @throws IOException if it cannot be told
   */
  String activeSlot() throws IOException;

  /**
   * The slot that does not run.
   *
   * @return its name, another than that of {@link #activeSlot}
   * @throws IOException if it cannot be told
   */
  String inactiveSlot() throws IOException;

  /**
   * The slot that the device starts from next, as far as that is settled: the inactive one after
   * {@link #activate}, and after a {@link #rollBack} of what runs.
   *
   * @return the name of one of the two
   * @throws IOException if it cannot be told
   */
  String nextSlot() throws IOException;

  /**
   * Replaces what the inactive slot holds. The slot is not started before it is activated, so that
   * half an image does no harm.
   *
   * @param image all bytes of the new software; not closed
   * @throws IOException if they cannot be read, or not be written durably
   * @throws IllegalStateException if the device would start from the inactive slot next
   */
  void write(InputStream image) throws IOException;

  /**
   * Has the device start from the slot that was written last, on trial until it is confirmed.
   *
   * @throws IOException if that cannot be set; the slot that runs is started then as before
   * @throws IllegalStateException if the inactive slot holds no whole image, or the slot that runs
   *     is not confirmed itself
   */
  void activate() throws IOException;

  /**
   * Whether what was activated last has not been confirmed yet.
   *
   * @return true between {@link #activate} and {@link #confirm} or {@link #rollBack}
   * @throws IOException if it cannot be told
   */
  boolean isOnTrial() throws IOException;

  /**
   * Keeps what was activated last, and runs, for good. Does nothing when that was done before.
   *
   * @throws IOException if that cannot be set
   * @throws IllegalStateException if what was activated last does not run, or what runs was rolled
   *     back
   */
  void confirm() throws IOException;

  /**
   * Has the device start from the slot again that ran before the last activation. What runs goes on
   * until a restart. Does nothing when nothing is on trial.
   *
   * @throws IOException if that cannot be set
   */
  void rollBack() throws IOException;
}

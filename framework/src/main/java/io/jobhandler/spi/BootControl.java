package io.jobhandler.spi;

import java.io.IOException;
import java.io.InputStream;

/**
 * A device with two slots for its software: one runs, the other can be written meanwhile. What a
 * device really does for it (U-Boot's variables, an EFI entry, RAUC, a symbolic link) is behind
 * this, so that a handler for firmware is the same on all of them.
 *
 * <p>The way of an update: {@link #write} the inactive slot, {@link #activate} it, restart, and
 * {@link #confirm} what runs then, or {@link #rollBack}. Each of these is durable when it returns,
 * and a loss of power in the middle leaves a device that starts.
 *
 * <p>Called by one handler at a time.
 */
public interface BootControl {

  /**
   * The slot that runs.
   *
   * @return its name, as the device's boot loader knows it
   * @throws IOException if it cannot be told
   */
  String activeSlot() throws IOException;

  /**
   * The slot that can be written.
   *
   * @return its name, another than that of {@link #activeSlot}
   * @throws IOException if it cannot be told
   */
  String inactiveSlot() throws IOException;

  /**
   * Replaces what the inactive slot holds. The slot is not started before it is activated, so that
   * half an image does no harm.
   *
   * @param image all bytes of the new software; not closed
   * @throws IOException if they cannot be read, or not be written durably
   */
  void write(InputStream image) throws IOException;

  /**
   * Has the device start from the slot that was written last, on trial until it is confirmed.
   *
   * @throws IOException if that cannot be set; the slot that runs is started then as before
   * @throws IllegalStateException if the inactive slot holds no whole image
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
   * Keeps what was activated last for good.
   *
   * @throws IOException if that cannot be set
   */
  void confirm() throws IOException;

  /**
   * Has the device start from the slot again that ran before the last activation. Does nothing when
   * nothing is on trial.
   *
   * @throws IOException if that cannot be set
   */
  void rollBack() throws IOException;
}

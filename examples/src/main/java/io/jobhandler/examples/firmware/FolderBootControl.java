package io.jobhandler.examples.firmware;

import io.jobhandler.spi.BootControl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two slots in a folder: the files {@code a} and {@code b} hold images, and {@code boot} says on
 * one line which of them runs, which is confirmed, and which is on trial. {@link FolderBootLoader}
 * is the other half. For one handler at a time.
 */
public final class FolderBootControl implements BootControl {
  private final SlotFolder slots;

  /**
   * Opens the slots; the first time, slot {@code a} runs and both are empty.
   *
   * @param folder the folder, made where there is none
   * @throws IOException if it cannot be used
   */
  public FolderBootControl(Path folder) throws IOException {
    this.slots = SlotFolder.open(folder);
  }

  @Override
  public String activeSlot() throws IOException {
    return slots.read().running();
  }

  @Override
  public String inactiveSlot() throws IOException {
    return slots.read().other();
  }

  @Override
  public String nextSlot() throws IOException {
    return slots.read().next();
  }

  /**
   * The file of a slot.
   *
   * @param slot {@code a} or {@code b}
   * @return the file; there is none while the slot is empty
   */
  public Path image(String slot) {
    return slots.image(slot);
  }

  @Override
  public void write(InputStream image) throws IOException {
    SlotState state = slots.read();
    if (state.next().equals(state.other())) {
      throw new IllegalStateException(
          "slot " + state.other() + " is the one that the device starts from next");
    }
    slots.replaceImage(state.other(), image);
  }

  @Override
  public void activate() throws IOException {
    SlotState state = slots.read();
    if (!Files.exists(image(state.other()))) {
      throw new IllegalStateException("slot " + state.other() + " holds no image, write one first");
    }
    slots.write(state.activated());
  }

  @Override
  public boolean isOnTrial() throws IOException {
    return slots.read().trial() != null;
  }

  @Override
  public void confirm() throws IOException {
    slots.write(slots.read().kept());
  }

  @Override
  public void rollBack() throws IOException {
    SlotState state = slots.read();
    if (state.trial() != null) {
      slots.write(state.rolledBack());
    }
  }
}

package io.jobhandler.examples.device;

import io.jobhandler.examples.device.Hold.Point;
import io.jobhandler.examples.firmware.FolderBootControl;
import io.jobhandler.spi.BootControl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The device's slots, between whose changes a test can end the process. */
record HeldBootControl(FolderBootControl slots, Hold hold) implements BootControl {

  @Override
  public String activeSlot() throws IOException {
    return slots.activeSlot();
  }

  @Override
  public String inactiveSlot() throws IOException {
    return slots.inactiveSlot();
  }

  @Override
  public String nextSlot() throws IOException {
    return slots.nextSlot();
  }

  @Override
  public void write(InputStream image) throws IOException {
    slots.write(new HeldStream(image));
  }

  @Override
  public void activate() throws IOException {
    hold.pass(Point.WRITTEN);
    slots.activate();
    hold.pass(Point.ACTIVATED);
  }

  @Override
  public boolean isOnTrial() throws IOException {
    return slots.isOnTrial();
  }

  @Override
  public void confirm() throws IOException {
    slots.confirm();
    hold.pass(Point.CONFIRMED);
  }

  @Override
  public void rollBack() throws IOException {
    slots.rollBack();
  }

  /** Stands still when some of it was read. */
  private final class HeldStream extends FilterInputStream {
    private boolean begun;

    HeldStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (begun) {
        hold.pass(Point.WRITING);
      }
      begun = true;
      return super.read(buffer, offset, length);
    }
  }
}

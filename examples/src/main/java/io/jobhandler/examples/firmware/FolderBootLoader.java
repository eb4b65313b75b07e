package io.jobhandler.examples.firmware;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays what happens to a device with {@link FolderBootControl} from power on to the start of its
 * software: a slot on trial is started once, and if it does not start, or was not confirmed until
 * the next boot, the device goes back to the slot before. Each boot has an id, in a file.
 */
public final class FolderBootLoader {
  private static final Logger LOG = LoggerFactory.getLogger(FolderBootLoader.class);

  private final SlotFolder slots;
  private final Path bootId;

  /**
   * Makes a boot loader.
   *
   * @param folder the slots, made where there are none
   * @param bootId the file that it writes the id of each boot to
   * @throws IOException if the folder cannot be used
   */
  public FolderBootLoader(Path folder, Path bootId) throws IOException {
    this.slots = SlotFolder.open(folder);
    this.bootId = bootId;
  }

  /**
   * Boots.
   *
   * @return the slot that runs now
   * @throws IOException if the slots cannot be read, or the choice not be written
   */
  public String boot() throws IOException {
    SlotState booted = slots.read().booted(this::starts);
    slots.write(booted);
    Files.writeString(bootId, UUID.randomUUID().toString());
    return booted.running();
  }

  private boolean starts(String slot) {
    try (InputStream image = new BufferedInputStream(Files.newInputStream(slots.image(slot)))) {
      return FirmwareImage.starts(image);
    } catch (IOException e) {
      LOG.warn("Slot {} does not start: {}", slot, e.toString());
      return false;
    }
  }
}

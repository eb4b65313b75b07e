package io.jobhandler.examples.firmware;

import io.jobhandler.spi.BootControl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Two slots in a folder: the files {@code a} and {@code b} hold images, and {@code boot} says on
 * one line which of them is active and whether it is on trial.
 */
public final class FolderBootControl implements BootControl {
  private static final String ON_TRIAL = "trial";
  private static final String CONFIRMED = "confirmed";

  private final Path folder;

  /**
   * Opens the slots; the first time, slot {@code a} is active and both are empty.
   *
   * @param folder the folder, made where there is none
   * @throws IOException if it cannot be used
   */
  public FolderBootControl(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    if (!Files.exists(bootFile())) {
      writeBoot(new Boot("a", false));
    }
  }

  private record Boot(String slot, boolean onTrial) {
    String otherSlot() {
      return slot.equals("a") ? "b" : "a";
    }
  }

  @Override
  public String activeSlot() throws IOException {
    return readBoot().slot();
  }

  @Override
  public String inactiveSlot() throws IOException {
    return readBoot().otherSlot();
  }

  /**
   * The file of a slot.
   *
   * @param slot {@code a} or {@code b}
   * @return the file; there is none while the slot is empty
   */
  public Path image(String slot) {
    return folder.resolve(slot);
  }

  @Override
  public void write(InputStream image) throws IOException {
    Path slot = image(inactiveSlot());
    Files.deleteIfExists(slot); // no image at all rather than the old one under a new name
    replace(slot, image);
  }

  @Override
  public void activate() throws IOException {
    String next = inactiveSlot();
    if (!Files.exists(image(next))) {
      throw new IllegalStateException("slot " + next + " holds no image, write one first");
    }
    writeBoot(new Boot(next, true));
  }

  @Override
  public boolean isOnTrial() throws IOException {
    return readBoot().onTrial();
  }

  @Override
  public void confirm() throws IOException {
    writeBoot(new Boot(activeSlot(), false));
  }

  @Override
  public void rollBack() throws IOException {
    Boot boot = readBoot();
    if (boot.onTrial()) {
      writeBoot(new Boot(boot.otherSlot(), false));
    }
  }

  private Boot readBoot() throws IOException {
    List<String> words = List.of(Files.readString(bootFile()).strip().split(" ", -1));
    if (words.size() != 2
        || !List.of("a", "b").contains(words.get(0))
        || !List.of(ON_TRIAL, CONFIRMED).contains(words.get(1))) {
      throw new IOException(
          bootFile() + " says '" + String.join(" ", words) + "', expected for instance 'a trial'");
    }
    return new Boot(words.get(0), words.get(1).equals(ON_TRIAL));
  }

  private void writeBoot(Boot boot) throws IOException {
    String line = boot.slot() + " " + (boot.onTrial() ? ON_TRIAL : CONFIRMED) + "\n";
    replace(bootFile(), new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)));
  }

  private Path bootFile() {
    return folder.resolve("boot");
  }

  /** After a loss of power the old or the new file is there, whole. */
  private void replace(Path file, InputStream content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}

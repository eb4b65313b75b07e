package io.jobhandler.examples.firmware;

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

/** The files {@code a} and {@code b} hold images, and {@code boot} a {@link SlotState}. */
record SlotFolder(Path folder) {

  /** Opens the folder; the first time, both slots are empty. */
  static SlotFolder open(Path folder) throws IOException {
    SlotFolder slots = new SlotFolder(Files.createDirectories(folder));
    if (!Files.exists(slots.stateFile())) {
      slots.write(SlotState.FIRST);
    }
    return slots;
  }

  Path image(String slot) {
    return folder.resolve(slot);
  }

  SlotState read() throws IOException {
    String line = Files.readString(stateFile());
    SlotState state = SlotState.parse(line);
    if (state == null) {
      throw new IOException(
          stateFile() + " says '" + line.strip() + "', expected for instance 'a a b'");
    }
    return state;
  }

  void write(SlotState state) throws IOException {
    replace(
        stateFile(), new ByteArrayInputStream(state.line().getBytes(StandardCharsets.US_ASCII)));
  }

  private Path stateFile() {
    return folder.resolve("boot");
  }

  void replaceImage(String slot, InputStream content) throws IOException {
    Files.deleteIfExists(image(slot)); // no image at all rather than the old one under a new name
    replace(image(slot), content);
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

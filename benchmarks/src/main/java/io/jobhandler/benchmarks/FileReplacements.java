package io.jobhandler.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * What the file system asks for the journal of a job, without the journal: two entries, each a
 * temporary file that is written, forced and renamed, and its directory forced.
 */
final class FileReplacements {
  private static final int ROUNDS = 300;
  private static final int WARM_UP = 50;

  /** About what the two entries of a job have. */
  private static final int BYTES_BEGUN = 200;

  private static final int BYTES_ENDED = 350;

  private final Path directory;

  private FileReplacements(Path directory) {
    this.directory = directory;
  }

  /** The median for one job, in milliseconds. */
  static double medianMillis(Path directory) throws IOException {
    FileReplacements replacements = new FileReplacements(Files.createDirectories(directory));
    for (int i = 0; i < WARM_UP; i++) {
      replacements.timeJob(i);
    }
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      nanos[i] = replacements.timeJob(WARM_UP + i);
    }
    return new Distribution(nanos).medianMillis();
  }

  private long timeJob(int number) throws IOException {
    Path entry = directory.resolve("job-" + number + ".json");
    long start = System.nanoTime();
    replace(entry, BYTES_BEGUN);
    replace(entry, BYTES_ENDED);
    long nanos = System.nanoTime() - start;
    // Not timed: the journal forgets a job while the next one is under way.
    Files.delete(entry);
    return nanos;
  }

  private void replace(Path entry, int bytes) throws IOException {
    Path temporary = entry.resolveSibling(entry.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(bytes));
      channel.force(true);
    }
    Files.move(temporary, entry, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

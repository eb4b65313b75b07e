package io.jobhandler.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/**
 * Counts what is forced to disk in this process, files and directories, by the JDK's own events of
 * {@link java.nio.channels.FileChannel#force}: each is one fsync. Native code is not counted; the
 * SDK's writes no files.
 */
final class ForceCounter implements AutoCloseable {
  private static final String EVENT = "jdk.FileForce";

  private final Recording recording = new Recording();

  ForceCounter() {
    recording.enable(EVENT).withThreshold(Duration.ZERO).withoutStackTrace();
    recording.start();
  }

  /** Ends the count. */
  long stop() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("jobhandler-bench", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals(EVENT))
          .count();
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    recording.close();
  }
}

package io.jobhandler.examples.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all that a program writes, on a thread of its own so that the program never waits for its
 * reader, and keeps the end of it, however much it is.
 */
final class OutputTail {
  private static final int KEPT = 1024;
  private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);

  private final byte[] kept = new byte[KEPT];
  private final Thread reader;
  private int length;

  private OutputTail(InputStream output) {
    reader = new Thread(() -> read(output), "program-output");
    reader.setDaemon(true);
  }

  static OutputTail of(InputStream output) {
    OutputTail tail = new OutputTail(output);
    tail.reader.start();
    return tail;
  }

  private void read(InputStream output) {
    byte[] part = new byte[KEPT];
    try (output) {
      for (int read = output.read(part); read >= 0; read = output.read(part)) {
        append(part, read);
      }
    } catch (IOException e) {
      LOG.debug("The output was closed before its end", e); // the program was ended
    }
  }

  private synchronized void append(byte[] part, int read) {
    int stays = Math.min(length, KEPT - read);
    System.arraycopy(kept, length - stays, kept, 0, stays);
    System.arraycopy(part, 0, kept, stays, read);
    length = stays + read;
  }

  /** What there is when the output ends, or after a while. */
  String await(Duration most) throws InterruptedException {
    reader.join(most.toMillis());
    synchronized (this) {
      return new String(Arrays.copyOf(kept, length), StandardCharsets.UTF_8).strip();
    }
  }
}

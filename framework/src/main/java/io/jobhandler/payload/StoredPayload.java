package io.jobhandler.payload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The place of one payload's bytes in a {@link PayloadStore}, from its first byte to its last use.
 *
 * <p>One thread at a time calls {@link #sink}, writes, closes the sink, and calls {@link #commit};
 * or gives up with {@link #discard}. After the commit {@link #open} and {@link #path} are called by
 * any thread.
 */
public interface StoredPayload {

  /**
   * Takes the bytes from the first on. Called again where a download has to begin anew: then what
   * was written before is void.
   *
   * @return where to write; the caller closes it before anything else is called
   * @throws IOException if nothing can be written
   */
  OutputStream sink() throws IOException;

  /**
   * Makes the bytes durable and known as whole. Called once, after size and signature were found
   * right and the sink was closed; until then nothing may take the bytes for a payload.
   *
   * @throws IOException if they may not outlast a loss of power
   */
  void commit() throws IOException;

  /**
   * Reads the stored bytes from the beginning. Called after the commit.
   *
   * @return a stream that the caller closes
   * @throws IOException if they cannot be read
   */
  InputStream open() throws IOException;

  /**
   * The file that holds the bytes. Called after the commit.
   *
   * @return the file; empty where there is none
   */
  default Optional<Path> path() {
    return Optional.empty();
  }

  /**
   * Gives the place free, whatever it holds. Called when the payload was refused or could not be
   * had, and when the job is over; by then a handler may have moved the file. Idempotent.
   *
   * @throws IOException if it is not free
   */
  void discard() throws IOException;
}

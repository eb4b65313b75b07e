package io.jobhandler.payload;

import java.io.IOException;
import java.io.InputStream;

/** Bytes in a {@code PayloadStore}, from their first to their last use. */
public interface StoredPayload {
  /**
   * Reads the stored bytes from the beginning.
   *
   * @return a stream that the caller closes
   * @throws IOException if they cannot be read
   */
  InputStream open() throws IOException;
}

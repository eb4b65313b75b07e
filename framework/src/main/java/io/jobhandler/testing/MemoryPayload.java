package io.jobhandler.testing;

import io.jobhandler.payload.StoredPayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** A payload's bytes in memory. */
final class MemoryPayload implements StoredPayload {
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public OutputStream sink() {
    bytes = new ByteArrayOutputStream();
    return bytes;
  }

  @Override
  public void commit() {
    // Memory outlasts nothing.
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  @Override
  public void discard() {
    bytes.reset();
  }
}

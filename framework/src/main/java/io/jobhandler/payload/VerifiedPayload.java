package io.jobhandler.payload;

import java.io.IOException;
import java.io.InputStream;

/**
 * A payload whose size and signature were found right while its bytes were stored. Only {@link
 * PayloadVerification} makes one. Safe for use by several threads.
 */
public final class VerifiedPayload {
  private final StoredPayload stored;
  private final String anchor;

  /** Called by the verification alone. */
  VerifiedPayload(StoredPayload stored, String anchor) {
    this.stored = stored;
    this.anchor = anchor;
  }

  /**
   * Reads the bytes that were verified.
   *
   * @return a stream that the caller closes
   * @throws IOException if they cannot be read any more
   */
  public InputStream open() throws IOException {
    return stored.open();
  }

  /**
   * The trust anchor whose key the signature was made with.
   *
   * @return its alias
   */
  public String anchor() {
    return anchor;
  }
}

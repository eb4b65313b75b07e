package io.jobhandler.payload;

import java.io.IOException;

/**
 * A source gave no payload and knows what another attempt is good for. Its message tells what
 * happened as the rest of a sentence, and repeats no URL's query.
 */
public final class PayloadSourceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What another attempt is good for. */
  public enum Kind {
    /** It may go better in a while. */
    TEMPORARY,
    /** The URL is not accepted any more, or never was: a fresh one may be. */
    URL_EXPIRED,
    /** It will go no better. */
    PERMANENT
  }

  private final Kind kind;

  /**
   * Makes an exception.
   *
   * @param kind what another attempt is good for
   * @param message what happened, for people
   */
  public PayloadSourceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /**
   * What another attempt is good for.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }
}

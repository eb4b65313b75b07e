package io.jobhandler.internal.codesign;

/** What should be a signature is none, whatever the payload is. */
public final class MalformedSignatureException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedSignatureException(String message) {
    super(message);
  }
}

package io.jobhandler.payload;

/** Stores a payload's bytes and verifies them in one pass. */
public final class PayloadVerification {
  private PayloadVerification() {}
}

package io.jobhandler.internal.journal;

import java.io.IOException;

/** What is in an entry's file is not an entry that this version can read. */
final class EntryFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean newer;

  private EntryFormatException(String message, boolean newer) {
    super(message);
    this.newer = newer;
  }

  /** The file does not hold what was once stored. */
  static EntryFormatException damaged(String what) {
    return new EntryFormatException("it is damaged: " + what, false);
  }

  /** The file holds what a newer version has stored, for all we can say. */
  static EntryFormatException newer(String version, String known) {
    return new EntryFormatException(
        "a newer version of the agent has written it, in format %s; this one knows 1 to %s"
            .formatted(version, known),
        true);
  }

  boolean isNewer() {
    return newer;
  }
}

package io.jobhandler.internal.document;

/** Builds JSON pointers (RFC 6901). */
final class Pointers {
  private Pointers() {}

  /** The pointer to a member of what another pointer leads to. */
  static String child(String pointer, String name) {
    return pointer + "/" + escape(name);
  }

  /** A name as a segment of a pointer. */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

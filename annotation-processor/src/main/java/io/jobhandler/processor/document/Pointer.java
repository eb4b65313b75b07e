package io.jobhandler.processor.document;

/**
 * Where in a document: a JSON pointer with {@code *} for every element or member.
 *
 * @param text the pointer, empty for the whole document
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON pointer</a>
 */
record Pointer(String text) {
  static final Pointer ROOT = new Pointer("");

  Pointer member(String name) {
    return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  Pointer each() {
    return new Pointer(text + "/*");
  }
}

package io.jobhandler.jobs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A job document exactly as it was delivered: the bytes of its JSON text, untouched, so that no
 * number is rounded. Immutable.
 */
public final class JobDocument {
  private final byte[] json;

  private JobDocument(byte[] json) {
    this.json = json;
  }

  /**
   * Copies a document out of a message.
   *
   * @param source the bytes that hold the document
   * @param from the offset of its first byte
   * @param to the offset after its last byte
   * @return the document
   * @throws IndexOutOfBoundsException if the offsets do not lie within the source
   */
  public static JobDocument copyOf(byte[] source, int from, int to) {
    if (from < 0 || to > source.length) {
      throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + source.length);
    }
    return new JobDocument(Arrays.copyOfRange(source, from, to));
  }

  /**
   * Makes a document from JSON text.
   *
   * @param json the text
   * @return the document
   */
  public static JobDocument of(String json) {
    return new JobDocument(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The bytes of the JSON text.
   *
   * @return a copy, UTF-8
   */
  public byte[] toBytes() {
    return json.clone();
  }

  /**
   * The length of the JSON text.
   *
   * @return bytes
   */
  public int size() {
    return json.length;
  }

  /**
   * The JSON text.
   *
   * @return the document decoded as UTF-8
   */
  public String toJson() {
    return new String(json, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobDocument document && Arrays.equals(json, document.json);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(json);
  }

  /** Says how long the document is, not what it holds: documents carry presigned URLs. */
  @Override
  public String toString() {
    return "JobDocument[" + json.length + " bytes]";
  }
}

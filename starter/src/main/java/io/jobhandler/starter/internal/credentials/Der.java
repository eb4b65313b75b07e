package io.jobhandler.starter.internal.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** As much of DER (ITU-T X.690) as it takes to bring a private key into another form. */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int SEQUENCE = 0x30;

  /** The tag of the optional element {@code [0]}. */
  static final int CONTEXT_0 = 0xA0;

  private Der() {}

  /** Writes an element. */
  static byte[] element(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    Arrays.stream(contents).forEach(content::writeBytes);
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    writeLength(element, content.size());
    element.writeBytes(content.toByteArray());
    return element.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    out.write(0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(length >> (8 * i));
    }
  }

  /** The content of the first element with a tag within a sequence; empty also if it is damaged. */
  static Optional<byte[]> find(int tag, byte[] sequence) {
    try {
      ByteBuffer elements = content(ByteBuffer.wrap(sequence));
      while (elements.hasRemaining()) {
        int found = elements.get(elements.position()) & 0xFF;
        ByteBuffer content = content(elements);
        if (found == tag) {
          byte[] bytes = new byte[content.remaining()];
          content.get(bytes);
          return Optional.of(bytes);
        }
      }
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Takes an element off, and gives its content. */
  private static ByteBuffer content(ByteBuffer elements) {
    elements.get();
    int length = elements.get() & 0xFF;
    if (length > 0x80) {
      int bytes = length & 0x7F;
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = (length << 8) | (elements.get() & 0xFF);
      }
    }
    ByteBuffer content = elements.slice(elements.position(), length);
    elements.position(elements.position() + length);
    return content;
  }
}

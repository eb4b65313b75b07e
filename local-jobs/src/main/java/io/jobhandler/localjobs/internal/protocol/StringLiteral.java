package io.jobhandler.localjobs.internal.protocol;

import java.util.stream.IntStream;

/** A string in a valid JSON text: its value, and where in the text each character comes from. */
final class StringLiteral {
  private final StringBuilder value = new StringBuilder();
  private final IntStream.Builder collected = IntStream.builder();
  private final int[] positions;

  /** Reads the string that has its opening quote at a position. */
  StringLiteral(String json, int quote) {
    int at = quote + 1;
    while (json.charAt(at) != '"') {
      collected.add(at);
      at = json.charAt(at) == '\\' ? escape(json, at + 1) : plain(json, at);
    }
    collected.add(at);
    positions = collected.build().toArray();
  }

  private int plain(String json, int at) {
    value.append(json.charAt(at));
    return at + 1;
  }

  private int escape(String json, int at) {
    if (json.charAt(at) == 'u') {
      value.append((char) Integer.parseInt(json, at + 1, at + 5, 16));
      return at + 5;
    }
    value.append(
        switch (json.charAt(at)) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          default -> json.charAt(at);
        });
    return at + 1;
  }

  String value() {
    return value.toString();
  }

  /** Where the character with this index of the value begins in the JSON text. */
  int position(int index) {
    return positions[index];
  }
}

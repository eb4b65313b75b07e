package io.jobhandler.starter.internal.credentials;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM file (RFC 7468), among whatever other text. What is said of a file never
 * repeats its content.
 *
 * <p>Written by hand because this is on the way of every start: BouncyCastle's reader costs more
 * than 100 ms of it, most for the signature of its jar.
 */
record PemFile(Path file, List<Block> blocks) {
  private static final long MAX_BYTES = 1024 * 1024;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
  private static final Pattern HEADERS = Pattern.compile("\\A(?:[\\w-]+: .*\\R)+\\s*");

  /**
   * One block. Shows nothing of its content.
   *
   * @param kind what it is said to be, for instance {@code CERTIFICATE}
   * @param headers the lines that RFC 1421 has before the content, empty in all newer files
   * @param base64 the content
   */
  record Block(String kind, String headers, String base64) {
    byte[] der() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
      return "Block[" + kind + "]";
    }
  }

  static PemFile read(Path file) throws InvalidValueException {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text(file));
    while (matcher.find()) {
      blocks.add(block(file, matcher.group(1), matcher.group(2)));
    }
    if (blocks.isEmpty()) {
      throw new InvalidValueException("the file '%s' holds no PEM block".formatted(file));
    }
    return new PemFile(file, blocks);
  }

  private static String text(Path file) throws InvalidValueException {
    if (!Files.exists(file)) {
      throw new InvalidValueException("the file '%s' does not exist".formatted(file));
    }
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        throw new InvalidValueException("'%s' is no file of up to 1 MiB".formatted(file));
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new InvalidValueException(
          "the file '%s' cannot be read (%s)".formatted(file, e.getClass().getSimpleName()),
          "let the user that the device app runs as read it");
    }
  }

  private static Block block(Path file, String kind, String content) throws InvalidValueException {
    Matcher headers = HEADERS.matcher(content);
    int begin = headers.find() ? headers.end() : 0;
    String base64 = content.substring(begin).replaceAll("\\s", "");
    if (base64.length() % 4 != 0 || !BASE64.matcher(base64).matches()) {
      throw new InvalidValueException(
          "the %s in '%s' is damaged: it is no base64".formatted(kind, file));
    }
    return new Block(kind, content.substring(0, begin), base64);
  }

  /** The kinds of the blocks, for messages. */
  List<String> kinds() {
    return blocks.stream().map(Block::kind).distinct().toList();
  }
}

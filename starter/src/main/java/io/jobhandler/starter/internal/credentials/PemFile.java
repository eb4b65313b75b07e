package io.jobhandler.starter.internal.credentials;

import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/** The blocks of a PEM file (RFC 7468). What is said of a file never repeats its content. */
record PemFile(Path file, List<PemObject> blocks) {
  private static final long MAX_BYTES = 1024 * 1024;

  static PemFile read(Path file) throws InvalidValueException {
    List<PemObject> blocks = parse(file, text(file));
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
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new InvalidValueException(
          "the file '%s' cannot be read (%s)".formatted(file, e.getClass().getSimpleName()),
          "let the user that the device app runs as read it");
    }
  }

  private static List<PemObject> parse(Path file, String text) throws InvalidValueException {
    List<PemObject> blocks = new ArrayList<>();
    try (PemReader reader = new PemReader(new StringReader(text))) {
      for (PemObject block = reader.readPemObject();
          block != null;
          block = reader.readPemObject()) {
        blocks.add(block);
      }
    } catch (IOException | DecoderException e) {
      throw new InvalidValueException("the file '%s' is damaged PEM".formatted(file));
    }
    return blocks;
  }

  /** The kinds of the blocks, for messages. */
  List<String> kinds() {
    return blocks.stream().map(PemObject::getType).distinct().toList();
  }
}

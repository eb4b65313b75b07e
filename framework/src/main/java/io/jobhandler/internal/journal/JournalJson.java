package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobhandler.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A journal entry as it is on disk, see docs/reliability.md: JSON that begins with its format's
 * version, and a checksum. Versions 1 and 2 are read, 2 is written.
 */
final class JournalJson {
  /**
   * The most that is written or read. An entry with the largest checkpoint and 64 of the largest
   * step results fits, however they are escaped.
   */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  private static final String CURRENT = "2";

  private static final Pattern START =
      Pattern.compile("\\{\"formatVersion\":([1-9][0-9]{0,8})[,}]");
  private static final ObjectMapper MAPPER = EntryMapper.create(MAX_BYTES);

  private JournalJson() {}

  /**
   * Writes a file.
   *
   * @throws IllegalArgumentException if it could not be read again
   */
  static byte[] write(JournalEntry entry) throws IOException {
    entry.steps().keySet().forEach(JournalJson::requireText);
    byte[] file = framed(MAPPER.writeValueAsBytes(entry));
    if (file.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the journal entry of job %s has %d bytes, more than %d: store less in its checkpoint and steps"
              .formatted(entry.jobId(), file.length, MAX_BYTES));
    }
    return file;
  }

  private static void requireText(String step) {
    if (!UTF_8.newEncoder().canEncode(step)) {
      throw new IllegalArgumentException("the name of a step has half a surrogate pair in it");
    }
  }

  private static byte[] framed(byte[] entry) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(start(entry));
    file.writeBytes(entry);
    file.write('}');
    return file.toByteArray();
  }

  private static byte[] start(byte[] entry) {
    CRC32 checksum = new CRC32();
    checksum.update(entry);
    String crc = HexFormat.of().toHexDigits((int) checksum.getValue());
    return "{\"formatVersion\":%s,\"crc32\":\"%s\",\"entry\":"
        .formatted(CURRENT, crc)
        .getBytes(US_ASCII);
  }

  /** Reads a file, or as much of a larger one as shows that it is too large. */
  static JournalEntry read(byte[] file) throws EntryFormatException {
    try {
      String version = version(file);
      if (!version.equals("1") && !version.equals(CURRENT)) {
        throw EntryFormatException.newer(version, CURRENT);
      }
      if (file.length > MAX_BYTES) {
        throw EntryFormatException.damaged("it has more than %d bytes".formatted(MAX_BYTES));
      }
      return version.equals(CURRENT)
          ? MAPPER.readValue(unframed(file), JournalEntry.class)
          : MAPPER.treeToValue(upgraded(file), JournalEntry.class);
    } catch (EntryFormatException e) {
      throw e;
    } catch (IOException e) {
      throw EntryFormatException.damaged(
          "%s in its content".formatted(e.getClass().getSimpleName()));
    }
  }

  /** What every version begins with, so that an older one can tell, whatever follows. */
  private static String version(byte[] file) throws EntryFormatException {
    Matcher start = START.matcher(new String(file, 0, Math.min(file.length, 64), US_ASCII));
    if (!start.lookingAt()) {
      throw EntryFormatException.damaged("it does not begin with its format's version");
    }
    return start.group(1);
  }

  private static String unframed(byte[] file) throws EntryFormatException {
    int from = Math.min(start(new byte[0]).length, file.length);
    byte[] entry = Arrays.copyOfRange(file, from, Math.max(from, file.length - 1));
    if (!Arrays.equals(file, framed(entry))) {
      throw EntryFormatException.damaged("its checksum is another");
    }
    return new String(entry, US_ASCII);
  }

  /** The first format knew attempts that began, their handler started or not, and outcomes. */
  private static ObjectNode upgraded(byte[] file) throws IOException {
    ObjectNode entry = MAPPER.readValue(new String(file, UTF_8), ObjectNode.class);
    entry.remove("formatVersion");
    JsonNode outcome = entry.remove("outcome");
    if (outcome == null) {
      entry.putObject("state").put("name", "RUNNING").put("afterRestart", false);
    } else if (outcome instanceof ObjectNode ended) {
      entry.set("state", ended.put("name", "ENDED"));
    } else {
      throw EntryFormatException.damaged("its outcome is no object");
    }
    entry.put("freeAttempts", 0).putObject("steps");
    return entry;
  }
}

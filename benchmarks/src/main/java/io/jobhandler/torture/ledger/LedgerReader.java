package io.jobhandler.torture.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.jobhandler.benchmarks.JsonLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Reads a ledger while it is written. Not safe for use by several threads. */
public final class LedgerReader implements AutoCloseable {
  private final FileChannel file;
  private final List<LedgerLine> lines = new ArrayList<>();
  private long position;
  private boolean torn;

  private LedgerReader(FileChannel file) {
    this.file = file;
  }

  /** Opens a file, made where there is none. */
  public static LedgerReader open(Path path) throws IOException {
    return new LedgerReader(
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** All lines until now, in their order; grows with {@link #poll}. */
  public List<LedgerLine> lines() {
    return lines;
  }

  /** Reads what was appended since; says whether there was anything. */
  public boolean poll() throws IOException {
    long available = file.size() - position;
    if (available == 0) {
      return false;
    }
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(available));
    file.read(buffer, position);
    int begin = 0;
    for (int i = 0; i < buffer.position(); i++) {
      if (buffer.get(i) == '\n') {
        take(new String(buffer.array(), begin, i - begin, StandardCharsets.UTF_8));
        begin = i + 1;
      }
    }
    position += begin;
    return begin > 0;
  }

  /** A line may be cut off by a kill, so that the next one is that of another process. */
  private void take(String text) throws IOException {
    LedgerLine line;
    try {
      line = JsonLines.MAPPER.readValue(text, LedgerLine.class);
    } catch (JsonProcessingException e) {
      if (torn) {
        throw e;
      }
      torn = true;
      return;
    }
    if (torn && line.what() != What.UP) {
      throw new IOException("a line of the ledger cannot be read, before " + line);
    }
    torn = false;
    lines.add(line);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

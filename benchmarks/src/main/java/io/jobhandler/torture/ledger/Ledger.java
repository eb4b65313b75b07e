package io.jobhandler.torture.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A file that lines are appended to. All I/O is done on one thread, so that no interrupted handler
 * closes the file. The calls are other ones than the journal's, {@code pwrite64} and {@code
 * fdatasync}, so that a count of the journal's does not count them. Safe for use by several
 * threads.
 */
public final class Ledger {
  private static final byte NEWLINE = '\n';
  private static final JsonFactory JSON = new JsonFactory();

  private final FileChannel file;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "torture-ledger");
            thread.setDaemon(true);
            return thread;
          });
  private long end;

  private Ledger(FileChannel file, long end) {
    this.file = file;
    this.end = end;
  }

  /** Opens a file, made where there is none; a line that a kill has cut off is left as it is. */
  public static Ledger open(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    Ledger ledger = new Ledger(file, file.size());
    if (ledger.end > 0 && ledger.lastByte() != NEWLINE) {
      ledger.write(new byte[] {NEWLINE});
    }
    return ledger;
  }

  private byte lastByte() throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    int read = file.read(last, end - 1);
    return read == 1 ? last.get(0) : NEWLINE;
  }

  /** Appends a line, which survives a loss of power when this returns. Not interruptible. */
  public void append(LedgerLine line) {
    byte[] bytes = toBytes(line);
    CompletableFuture.runAsync(() -> writeDurably(bytes), writer).join();
  }

  /** By hand: to set up a mapper costs a process a tenth of its time. */
  private static byte[] toBytes(LedgerLine line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("atMicros", line.atMicros());
      json.writeNumberField("life", line.life());
      json.writeNumberField("pid", line.pid());
      json.writeStringField("bootId", line.bootId());
      json.writeStringField("what", line.what().name());
      json.writeStringField("jobId", line.jobId());
      json.writeNumberField("executionNumber", line.executionNumber());
      json.writeNumberField("attempt", line.attempt());
      json.writeStringField("step", line.step());
      json.writeStringField("value", line.value());
      json.writeEndObject();
      json.writeRaw((char) NEWLINE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writeDurably(byte[] bytes) {
    try {
      write(bytes);
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      end += file.write(buffer, end);
    }
  }
}

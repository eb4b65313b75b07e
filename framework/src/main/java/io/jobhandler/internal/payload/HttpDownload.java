package io.jobhandler.internal.payload;

import io.jobhandler.payload.PayloadSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The body of an answer that may be used. */
final class HttpDownload implements PayloadSource.Download {
  private final HttpExchange exchange;
  private final long start;
  private final OptionalLong totalSize;
  private final @Nullable String validator;
  private List<ByteBuffer> piece = List.of();
  private boolean ended;

  HttpDownload(
      HttpExchange exchange, long start, OptionalLong totalSize, @Nullable String validator) {
    this.exchange = exchange;
    this.start = start;
    this.totalSize = totalSize;
    this.validator = validator;
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public OptionalLong totalSize() {
    return totalSize;
  }

  @Override
  public @Nullable String validator() {
    return validator;
  }

  @Override
  public int read(byte[] buffer) throws IOException, InterruptedException {
    int count = take(buffer);
    while (count == 0 && !ended) {
      piece = exchange.body();
      ended = piece.isEmpty();
      count = take(buffer);
    }
    return count == 0 ? -1 : count;
  }

  /** As much of the piece that is here as fits. */
  private int take(byte[] buffer) {
    int count = 0;
    for (ByteBuffer bytes : piece) {
      int length = Math.min(bytes.remaining(), buffer.length - count);
      bytes.get(buffer, count, length);
      count += length;
    }
    return count;
  }

  @Override
  public void close() {
    exchange.close();
  }
}

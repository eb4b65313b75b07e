package io.jobhandler.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One direction of a connection: one thread puts chunks in with their due time, one takes out. */
final class DelayLine {
  private static final int CHUNK = 16 * 1024;

  private static final class Chunk {
    final long dueNanos;
    final byte[] bytes;

    Chunk(long dueNanos, byte[] bytes) {
      this.dueNanos = dueNanos;
      this.bytes = bytes;
    }

    boolean isEnd() {
      return bytes.length == 0;
    }
  }

  private final Socket from;
  private final Socket to;
  private final long delayNanos;
  private final BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();

  DelayLine(Socket from, Socket to, Duration delay) {
    this.from = from;
    this.to = to;
    this.delayNanos = delay.toNanos();
  }

  /** Runs until one end closes. */
  void readAll() {
    byte[] buffer = new byte[CHUNK];
    try (InputStream in = from.getInputStream()) {
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        put(Arrays.copyOf(buffer, length));
      }
    } catch (IOException e) {
      // Closed by the other direction or with the proxy: the end, as when it closes in good order.
    }
    put(new byte[0]);
  }

  private void put(byte[] bytes) {
    underWay.add(new Chunk(System.nanoTime() + delayNanos, bytes));
  }

  /** Runs until the last chunk is out. */
  void writeAll() {
    try (OutputStream out = to.getOutputStream()) {
      for (Chunk chunk = takeDue(); !chunk.isEnd(); chunk = takeDue()) {
        out.write(chunk.bytes);
      }
    } catch (IOException e) {
      // Nobody is left to write to.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Chunk takeDue() throws InterruptedException {
    Chunk chunk = underWay.take();
    long wait = chunk.dueNanos - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
    return chunk;
  }
}

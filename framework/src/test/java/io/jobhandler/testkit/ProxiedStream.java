package io.jobhandler.testkit;

import io.jobhandler.testkit.FaultProxy.Direction;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One direction of a connection through a {@link FaultProxy}. Read by a thread of its own, which
 * takes whatever comes; all else happens on the proxy's writer.
 */
final class ProxiedStream {
  private static final Logger LOG = LoggerFactory.getLogger(ProxiedStream.class);
  private static final int BUFFER_BYTES = 16 * 1024;

  /** What was read at once; nothing at the end of the stream. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chunk(byte[] bytes, long arrivedAt) {}

  private final Socket from;
  private final Socket to;
  private final Direction direction;
  private final FaultProxy proxy;
  private final ProxiedConnection connection;
  private final Queue<Chunk> underWay = new ArrayDeque<>();
  private @Nullable Future<?> timer;
  private int writtenOfFirst;
  private int lastPiece;
  private long lastWriteAt;
  private boolean finished;

  ProxiedStream(
      Socket from, Socket to, Direction direction, FaultProxy proxy, ProxiedConnection connection) {
    this.from = from;
    this.to = to;
    this.direction = direction;
    this.proxy = proxy;
    this.connection = connection;
  }

  /** Takes all that comes, until the end; a failure of one side is the other's too. */
  void read() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      int length;
      do {
        length = from.getInputStream().read(buffer);
        Chunk chunk = new Chunk(Arrays.copyOf(buffer, Math.max(0, length)), System.nanoTime());
        proxy.writer().execute(() -> take(chunk));
      } while (length >= 0);
    } catch (IOException e) {
      LOG.debug("{} ended", direction, e);
      connection.reset();
    }
  }

  private void take(Chunk chunk) {
    if (!finished) {
      underWay.add(chunk);
      pump();
    }
  }

  /** Writes what may be written by now. */
  void pump() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
    LinkCondition condition = proxy.condition();
    while (!underWay.isEmpty() && !condition.dark().contains(direction)) {
      long wait = nanosToWait(underWay.element(), condition);
      if (wait > 0) {
        timer = proxy.writer().schedule(this::pump, wait, TimeUnit.NANOSECONDS);
        return;
      }
      writeOf(underWay.element(), condition.mostBytesAtOnce());
    }
  }

  private long nanosToWait(Chunk chunk, LinkCondition condition) {
    long now = System.nanoTime();
    long untilArrived = chunk.arrivedAt + condition.latency().toNanos() - now;
    return lastPiece == 0
        ? untilArrived
        : Math.max(untilArrived, lastWriteAt + condition.nanosAfter(lastPiece) - now);
  }

  private void writeOf(Chunk first, int mostBytes) {
    if (first.bytes.length == 0) {
      finish();
      return;
    }
    lastPiece = Math.min(mostBytes, first.bytes.length - writtenOfFirst);
    try {
      to.getOutputStream().write(first.bytes, writtenOfFirst, lastPiece);
    } catch (IOException e) {
      LOG.debug("{} ended", direction, e);
      underWay.clear();
      connection.reset();
      return;
    }
    lastWriteAt = System.nanoTime();
    writtenOfFirst += lastPiece;
    if (writtenOfFirst == first.bytes.length) {
      underWay.remove();
      writtenOfFirst = 0;
    }
  }

  /** Ends this direction with a FIN; what is under way is lost. */
  void finish() {
    underWay.clear();
    if (!finished) {
      finished = true;
      try {
        to.shutdownOutput();
      } catch (IOException e) {
        LOG.debug("{} had ended before", direction, e);
      }
      connection.onFinished();
    }
  }

  boolean isFinished() {
    return finished;
  }
}

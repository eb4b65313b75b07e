package io.jobhandler.testkit;

import java.time.Duration;
import java.util.Set;

/**
 * How good the link through a {@link FaultProxy} is.
 *
 * @param latency how long each byte is under way, in each direction
 * @param pieceBytes how many bytes arrive at once at the most
 * @param pause the least time between two pieces
 * @param bytesPerSecond the bandwidth of each direction
 * @param dark the directions in which nothing arrives: it is taken from its sender, and goes on
 *     when the link is better, as TCP does when packets get through again
 */
public record LinkCondition(
    Duration latency,
    int pieceBytes,
    Duration pause,
    int bytesPerSecond,
    Set<FaultProxy.Direction> dark) {

  /** Takes nothing away. */
  public static final LinkCondition GOOD =
      new LinkCondition(
          Duration.ZERO, Integer.MAX_VALUE, Duration.ZERO, Integer.MAX_VALUE, Set.of());

  /** How many pieces a second of bandwidth comes in, where it is limited. */
  private static final int PIECES_PER_SECOND = 50;

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** Checks that something can pass at all. */
  public LinkCondition {
    if (pieceBytes < 1 || bytesPerSecond < 1) {
      throw new IllegalArgumentException("a link takes at least one byte");
    }
    dark = Set.copyOf(dark);
  }

  /** Bytes that take their time. */
  public static LinkCondition slow(Duration latency) {
    return new LinkCondition(latency, GOOD.pieceBytes, GOOD.pause, GOOD.bytesPerSecond, GOOD.dark);
  }

  /** Bytes that come a few at a time. */
  public static LinkCondition sliced(int pieceBytes, Duration pause) {
    return new LinkCondition(GOOD.latency, pieceBytes, pause, GOOD.bytesPerSecond, GOOD.dark);
  }

  /** Few bytes a second. */
  public static LinkCondition narrow(int bytesPerSecond) {
    return new LinkCondition(GOOD.latency, GOOD.pieceBytes, GOOD.pause, bytesPerSecond, GOOD.dark);
  }

  /** A black hole in one direction or both. */
  public static LinkCondition dark(FaultProxy.Direction... directions) {
    return new LinkCondition(
        GOOD.latency, GOOD.pieceBytes, GOOD.pause, GOOD.bytesPerSecond, Set.of(directions));
  }

  int mostBytesAtOnce() {
    return Math.min(pieceBytes, Math.max(1, bytesPerSecond / PIECES_PER_SECOND));
  }

  /** How long a piece keeps the next one from following it. */
  long nanosAfter(int bytes) {
    return Math.max(pause.toNanos(), bytes * NANOS_PER_SECOND / bytesPerSecond);
  }
}

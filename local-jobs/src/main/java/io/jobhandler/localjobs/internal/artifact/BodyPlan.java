package io.jobhandler.localjobs.internal.artifact;

import io.jobhandler.localjobs.internal.artifact.ArtifactFaultPlan.Fault;
import java.util.function.Predicate;

/**
 * How a body is sent.
 *
 * @param announced the Content-Length
 * @param begin where in the object it begins
 * @param end where in the object the bytes that are sent end
 * @param flipped where in the object a bit is turned over, -1 for nowhere
 * @param ending what happens when the bytes are sent
 */
public record BodyPlan(long announced, long begin, long end, long flipped, Ending ending) {

  /** What comes after the bytes. */
  public enum Ending {
    COMPLETE,
    CLOSE,
    STALL
  }

  /** A body with the faults that are planned for it. Where something is missing, half is. */
  public static BodyPlan of(ByteRange range, Predicate<Fault> faults) {
    boolean wrong = faults.test(Fault.WRONG_BYTES);
    boolean stalls = faults.test(Fault.STALLED);
    boolean closes = faults.test(Fault.TRUNCATED);
    long announced = faults.test(Fault.SHORT) ? range.length() / 2 : range.length();
    long sent = stalls || closes ? announced / 2 : announced;
    return new BodyPlan(
        announced,
        range.first(),
        range.first() + sent,
        wrong && sent > 0 ? range.first() + sent / 2 : -1,
        stalls ? Ending.STALL : closes ? Ending.CLOSE : Ending.COMPLETE);
  }
}

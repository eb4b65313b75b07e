package io.jobhandler.localjobs;

import io.jobhandler.localjobs.internal.artifact.ArtifactFaultPlan;
import io.jobhandler.localjobs.internal.artifact.ArtifactFaultPlan.Fault;
import io.jobhandler.localjobs.internal.artifact.ArtifactKey;
import org.jspecify.annotations.Nullable;

/**
 * Makes downloads go wrong: of one artifact, or of all. Each fault counts the requests it is for;
 * zero switches it off, {@link #ALWAYS} leaves it on. The faults of one artifact come before those
 * of all, and several can hit the same request. Thread-safe; takes effect with the next request.
 */
public final class ArtifactFaults {
  /** As many requests as there will be. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private final ArtifactFaultPlan plan;
  private final @Nullable ArtifactKey key;

  /** A null key stands for all artifacts. */
  ArtifactFaults(ArtifactFaultPlan plan, @Nullable ArtifactKey key) {
    this.plan = plan;
    this.key = key;
  }

  /**
   * Answers the next GET and HEAD requests with 403, as if their URL had expired.
   *
   * @param next how many; replaces what was set before
   */
  public void expire(int next) {
    plan(Fault.EXPIRED, next);
  }

  /**
   * Serves the next bodies with one bit turned over, in the middle of what is sent.
   *
   * @param next how many; replaces what was set before
   */
  public void wrongBytes(int next) {
    plan(Fault.WRONG_BYTES, next);
  }

  /**
   * Serves only the first half of the next bodies, under a {@code Content-Length} that says so.
   *
   * @param next how many; replaces what was set before
   */
  public void shortBytes(int next) {
    plan(Fault.SHORT, next);
  }

  /**
   * Announces the next bodies in full, sends the first half and closes the connection.
   *
   * @param next how many; replaces what was set before
   */
  public void truncate(int next) {
    plan(Fault.TRUNCATED, next);
  }

  /**
   * Announces the next bodies in full, sends the first half and then nothing, with the connection
   * left open until the client or the service closes it.
   *
   * @param next how many; replaces what was set before
   */
  public void stall(int next) {
    plan(Fault.STALLED, next);
  }

  /** Takes these faults back; for all artifacts, those of single ones too. */
  public void clear() {
    plan.clear(key);
  }

  private void plan(Fault fault, int next) {
    plan.plan(key, fault, Faults.checked(next));
  }
}

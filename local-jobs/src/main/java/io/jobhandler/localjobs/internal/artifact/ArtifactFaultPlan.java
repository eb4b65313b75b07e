package io.jobhandler.localjobs.internal.artifact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is to go wrong with artifacts, and how often. Set by any thread, read by the event loop. */
public final class ArtifactFaultPlan {

  /** A way to go wrong. */
  public enum Fault {
    EXPIRED,
    WRONG_BYTES,
    SHORT,
    TRUNCATED,
    STALLED
  }

  /** A null key stands for all artifacts. */
  private record Target(@Nullable ArtifactKey key, Fault fault) {}

  private final Map<Target, Integer> left = new ConcurrentHashMap<>();

  /** Plans a fault for the next requests; replaces what was planned before. */
  public void plan(@Nullable ArtifactKey key, Fault fault, int next) {
    left.put(new Target(key, fault), next);
  }

  /** Back to a service without faults; for all artifacts and each with null. */
  public void clear(@Nullable ArtifactKey key) {
    left.keySet().removeIf(target -> key == null || key.equals(target.key));
  }

  /** Tells whether a request is to go wrong, and counts it; an artifact's own plan comes first. */
  public boolean take(ArtifactKey key, Fault fault) {
    return take(new Target(key, fault)) || take(new Target(null, fault));
  }

  private boolean take(Target target) {
    return left.computeIfPresent(target, (t, n) -> n == 0 ? null : n - 1) != null;
  }
}

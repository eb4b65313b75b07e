package io.jobhandler.testkit;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class Eventually {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private Eventually() {}

  /** Returns when the condition holds, and fails where it does not within 20 seconds. */
  public static void isTrue(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain: " + what);
      }
      Thread.onSpinWait();
    }
  }
}

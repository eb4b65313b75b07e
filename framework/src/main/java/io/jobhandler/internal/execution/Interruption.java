package io.jobhandler.internal.execution;

import io.jobhandler.JobWork;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts a thread once, while it does some work, and not while a part of that work is shielded.
 * Safe for use by several threads.
 */
final class Interruption {
  private @Nullable Thread worker;
  private boolean due;
  private int shields;

  /** The calling thread begins the work. */
  synchronized void begin() {
    worker = Thread.currentThread();
  }

  /**
   * The calling thread has ended the work. An interruption that came too late is not the next's.
   */
  synchronized void end() {
    worker = null;
    boolean unused = Thread.interrupted();
  }

  /** Interrupts the work now, or when the last shielded part has ended. */
  synchronized void interrupt() {
    due = true;
    interruptUnlessShielded();
  }

  private synchronized void interruptUnlessShielded() {
    if (due && worker != null && shields == 0) {
      due = false;
      worker.interrupt();
    }
  }

  /**
   * Does a part of the work that is not interrupted. It may be on another thread than the work,
   * which may wait for it, and within or beside another such part.
   */
  <R extends @Nullable Object, X extends Exception> R shielded(JobWork<R, X> part) throws X {
    countShields(1);
    // An interruption that came before would cut off the part as well.
    boolean interrupted = Thread.interrupted();
    try {
      return part.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      countShields(-1);
      interruptUnlessShielded();
    }
  }

  private synchronized void countShields(int more) {
    shields += more;
  }
}

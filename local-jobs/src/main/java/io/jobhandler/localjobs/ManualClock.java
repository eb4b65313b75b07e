package io.jobhandler.localjobs;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A clock that only moves when told to, so that a test decides when a step or in-progress timer
 * expires.
 *
 * <p>Thread-safe.
 */
public final class ManualClock implements ServiceClock {
  private record Task(Instant due, long sequence, Runnable action) {}

  private final Object lock = new Object();
  private final TreeSet<Task> tasks =
      new TreeSet<>(Comparator.comparing(Task::due).thenComparingLong(Task::sequence));
  private Instant now;
  private long scheduled;

  private ManualClock(Instant start) {
    now = requireNonNull(start, "start");
  }

  /**
   * Creates a clock that stands still.
   *
   * @param start the time it shows until it is advanced
   * @return the clock
   */
  public static ManualClock startingAt(Instant start) {
    return new ManualClock(start);
  }

  @Override
  public Instant instant() {
    synchronized (lock) {
      return now;
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    requireNonNull(task, "task");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay must not be negative, but is " + delay);
    }
    synchronized (lock) {
      Task entry = new Task(now.plus(delay), scheduled++, task);
      tasks.add(entry);
      return () -> cancel(entry);
    }
  }

  private void cancel(Task task) {
    synchronized (lock) {
      tasks.remove(task);
    }
  }

  /**
   * Moves the time forward and runs, on the calling thread and in order of their time, the tasks
   * that fall due. Each sees its own due time as {@link #instant()}. When this method returns,
   * every timer that fell due has changed its execution; the MQTT notifications follow at once, but
   * on the service's own thread.
   *
   * @param duration how far, zero or more
   * @throws IllegalArgumentException if the duration is negative
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "time only moves forward, but the duration is " + duration);
    }
    Instant end = instant().plus(duration);
    for (Task task = nextUntil(end); task != null; task = nextUntil(end)) {
      task.action().run();
    }
  }

  /** Takes the next task due by {@code end}; when there is none the time is {@code end}. */
  private @Nullable Task nextUntil(Instant end) {
    synchronized (lock) {
      if (tasks.isEmpty() || tasks.first().due().isAfter(end)) {
        now = later(now, end);
        return null;
      }
      Task task = tasks.first();
      tasks.remove(task);
      now = later(now, task.due());
      return task;
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}

package io.jobhandler.internal.health;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Keeps what is wrong until it is right again. Safe for use by several threads; never blocks. */
public final class Findings implements Vitals {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::trouble)
          .thenComparing(Finding::lasting, Comparator.reverseOrder())
          .thenComparing(Finding::text);

  private record Subject(Trouble trouble, Object about) {}

  private record Entry(long since, String text) {}

  private final Map<Subject, Entry> entries = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;
  private final Runnable changed;
  private volatile boolean frozen;

  /**
   * Keeps nothing yet.
   *
   * @param nanoTime a monotonic clock
   * @param changed run on the thread that brought it when {@link #list} has changed; not where it
   *     changes because time goes by
   */
  public Findings(LongSupplier nanoTime, Runnable changed) {
    this.nanoTime = nanoTime;
    this.changed = changed;
  }

  @Override
  public void wrong(Trouble trouble, Object about, String text) {
    if (frozen) {
      return;
    }
    long now = nanoTime.getAsLong();
    entries.merge(
        new Subject(trouble, about),
        new Entry(now, text),
        (before, again) -> new Entry(before.since(), text));
    if (trouble.patience().isZero()) {
      changed.run();
    }
  }

  @Override
  public void right(Trouble trouble, Object about) {
    if (frozen) {
      return;
    }
    Entry removed = entries.remove(new Subject(trouble, about));
    if (removed != null && isTold(trouble, lasting(removed))) {
      changed.run();
    }
  }

  /** Changes nothing any more. */
  public void freeze() {
    frozen = true;
  }

  /**
   * What is wrong at this moment, and has been for longer than a moment where that is usual.
   *
   * @return the findings, the gravest first
   */
  public List<Finding> list() {
    return entries.entrySet().stream()
        .map(
            entry ->
                new Finding(
                    entry.getKey().trouble(), entry.getValue().text(), lasting(entry.getValue())))
        .filter(finding -> isTold(finding.trouble(), finding.lasting()))
        .sorted(ORDER)
        .toList();
  }

  private Duration lasting(Entry entry) {
    return Duration.ofNanos(nanoTime.getAsLong() - entry.since());
  }

  private static boolean isTold(Trouble trouble, Duration lasting) {
    return lasting.compareTo(trouble.patience()) >= 0;
  }
}

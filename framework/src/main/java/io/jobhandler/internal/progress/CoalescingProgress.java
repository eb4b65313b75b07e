package io.jobhandler.internal.progress;

import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.loop.Loop;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Sends few of many reports: one in an interval, and only what brings five points or a new step.
 * The handler's thread does no more than note the report, unless it is the one that wakes the loop.
 */
public final class CoalescingProgress implements ProgressReporter {
  private static final int SIGNIFICANT_POINTS = 5;

  /** Sends what was reported, on the loop. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Sends a report.
     *
     * @param progress the percentage, and after a space the step where one is named
     */
    void send(String progress);
  }

  private record Report(int percent, @Nullable String step) {
    boolean isSignificantAfter(@Nullable Report sent) {
      return sent == null
          || Math.abs(percent - sent.percent) >= SIGNIFICANT_POINTS
          || (percent == 100 && sent.percent != 100)
          || !Objects.equals(step, sent.step);
    }

    boolean says(int otherPercent, @Nullable String otherStep) {
      return percent == otherPercent && Objects.equals(step, otherStep);
    }

    @Override
    public String toString() {
      return step == null ? Integer.toString(percent) : percent + " " + step;
    }
  }

  private final Loop loop;
  private final Duration interval;
  private final Sink sink;
  private final boolean everyReportCounts;
  private final AtomicBoolean flushPlanned = new AtomicBoolean();
  private volatile @Nullable Report latest;
  private volatile @Nullable Report sent;
  private volatile boolean closed;
  private long sentAt;

  /**
   * Makes a reporter for one job, which sends what is news.
   *
   * @param loop where reports are sent
   * @param interval the least time between two reports
   * @param sink sends a report
   */
  public CoalescingProgress(Loop loop, Duration interval, Sink sink) {
    this(loop, interval, sink, false);
  }

  private CoalescingProgress(Loop loop, Duration interval, Sink sink, boolean everyReportCounts) {
    this.loop = loop;
    this.interval = interval;
    this.sink = sink;
    this.everyReportCounts = everyReportCounts;
    this.sentAt = loop.nanoTime() - interval.toNanos();
  }

  /**
   * Makes a reporter for one job, to which each report is news, since it says that the job goes on.
   *
   * @param loop where reports are sent
   * @param interval the least time between two reports
   * @param sink sends a report
   * @return a reporter
   */
  public static CoalescingProgress ofEveryReport(Loop loop, Duration interval, Sink sink) {
    return new CoalescingProgress(loop, interval, sink, true);
  }

  @Override
  public void report(int percent) {
    Report before = latest;
    note(percent, before == null ? null : before.step());
  }

  @Override
  public void report(int percent, String step) {
    note(percent, step.isBlank() ? null : step);
  }

  private void note(int percent, @Nullable String step) {
    if (closed) {
      return;
    }
    int bounded = Math.max(0, Math.min(100, percent));
    Report report = latest;
    if (report == null || !report.says(bounded, step)) {
      report = new Report(bounded, step);
      latest = report;
    } else if (!everyReportCounts) {
      return;
    }
    if (!flushPlanned.get() && isNews(report) && flushPlanned.compareAndSet(false, true)) {
      loop.execute(this::planFlush);
    }
  }

  private boolean isNews(Report report) {
    return everyReportCounts || report.isSignificantAfter(sent);
  }

  private void planFlush() {
    long waited = loop.nanoTime() - sentAt;
    Duration wait = interval.minusNanos(waited);
    if (wait.isNegative() || wait.isZero()) {
      flush();
    } else {
      loop.schedule(wait, this::flush);
    }
  }

  private void flush() {
    // First, so that a report that comes from here on plans a flush of its own.
    flushPlanned.set(false);
    Report report = latest;
    if (closed || report == null || !isNews(report)) {
      return;
    }
    sent = report;
    sentAt = loop.nanoTime();
    sink.send(report.toString());
  }

  /** What was reported last, whether it was sent or not; null where nothing was. */
  public @Nullable String latest() {
    Report report = latest;
    return report == null ? null : report.toString();
  }

  /** Ends the reports: the job's final status takes the last one along. */
  public void close() {
    closed = true;
  }
}

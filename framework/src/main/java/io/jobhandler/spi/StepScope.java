package io.jobhandler.spi;

import io.jobhandler.JobContext;
import io.jobhandler.ProgressReporter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one call of a handler: while it is open, each {@link io.jobhandler.Progress} method
 * that its thread calls is reported. Dispatchers open one around each call; tests that call a
 * handler themselves may do so, too.
 *
 * <pre>{@code
 * try (StepScope steps = StepScope.open(reporter)) {
 *   handler.install(update, steps.progress());
 * }
 * }</pre>
 *
 * <p>Confined to the thread that opens it, except for its {@link #progress}.
 */
public final class StepScope implements AutoCloseable {
  private static final int ALL = 100;
  private static final String STORED_PROGRESS = "progress";
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?: .*)?");
  private static final ThreadLocal<@Nullable StepScope> CURRENT = new ThreadLocal<>();

  /** How far the job is, in one piece, since any thread of the handler's may report. */
  private record Position(int donePoints, @Nullable OpenStep open) {
    int percent() {
      return Math.min(ALL, donePoints + (open == null ? 0 : open.points()));
    }
  }

  private final ProgressReporter reporter;
  private final ProgressReporter composing = new Composing();
  private final @Nullable StepScope outer = CURRENT.get();
  private final Set<ProgressStep> counted = new HashSet<>();
  private volatile Position position;

  private StepScope(ProgressReporter reporter, int percent) {
    this.reporter = reporter;
    this.position = new Position(percent, null);
  }

  /**
   * Opens the steps of a job that begins.
   *
   * @param reporter takes the reports
   * @return the scope, for the calling thread until it is closed
   */
  public static StepScope open(ProgressReporter reporter) {
    return open(reporter, 0);
  }

  /**
   * Opens the steps of a job that goes on, with the percentage that the service has stored.
   *
   * @param reporter takes the reports
   * @param context the job's
   * @return the scope, for the calling thread until it is closed
   */
  public static StepScope openAfterRestart(ProgressReporter reporter, JobContext context) {
    Matcher stored = PERCENT.matcher(context.storedDetails().getOrDefault(STORED_PROGRESS, ""));
    return open(reporter, stored.matches() ? Math.min(ALL, Integer.parseInt(stored.group(1))) : 0);
  }

  private static StepScope open(ProgressReporter reporter, int percent) {
    StepScope scope = new StepScope(reporter, percent);
    CURRENT.set(scope);
    return scope;
  }

  static @Nullable StepScope current() {
    return CURRENT.get();
  }

  /**
   * Where the handler reports itself: within a step the percentage is one of that step.
   *
   * @return a reporter, as safe for use by several threads as the one that takes the reports
   */
  public ProgressReporter progress() {
    return composing;
  }

  OpenStep begin(ProgressStep step) {
    Position now = position;
    int weight = step.weight() > 0 && counted.add(step) ? step.weight() : 0;
    OpenStep open = new OpenStep(this, step, weight, now.open());
    position = new Position(now.donePoints(), open);
    report(step);
    return open;
  }

  void end(OpenStep open) {
    boolean done = open.isDone();
    OpenStep caller = open.caller();
    position = new Position(position.donePoints() + (done ? open.weight() : 0), caller);
    if (!done && open.weight() > 0) {
      counted.remove(open.step());
    }
    if (caller != null) {
      report(caller.step());
    } else if (done) {
      report(open.step());
    }
  }

  private void report(ProgressStep step) {
    reporter.report(position.percent(), step.name());
  }

  /** Closes the scope; the one that was open before, if any, is the thread's again. */
  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  private final class Composing implements ProgressReporter {
    @Override
    public void report(int percent) {
      reporter.report(composed(percent));
    }

    @Override
    public void report(int percent, String step) {
      reporter.report(composed(percent), step);
    }

    private int composed(int percent) {
      Position now = position;
      if (now.open() == null) {
        return percent;
      }
      now.open().advance(percent);
      return now.percent();
    }
  }
}

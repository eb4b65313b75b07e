package io.jobhandler.torture;

import io.jobhandler.torture.plan.Planner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs rounds: jobs are created, the device's process is killed again and again, and in the end
 * nothing may be lost, done twice or wrong. What it says of a failure is for people; the line with
 * the numbers is the last.
 */
final class Torture {
  /** What waits for processes to start, and for messages, leaves room for one more. */
  private static final int LANES = 2;

  private static final int MOST_SEED = 1_000_000_000;

  private final TortureSettings settings;
  private final Planner planner;
  private final AtomicInteger nextRound = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  private Torture(TortureSettings settings, boolean enumerates) {
    this.settings = settings;
    this.planner = new Planner(settings.seed(), enumerates);
  }

  /**
   * Runs the torture, and prints its numbers.
   *
   * @param args a directory, and how many rounds; the seed is the system property {@code
   *     torture.seed}, and where that is not set, chance decides
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected a directory and the number of rounds");
    }
    String said = System.getProperty("torture.seed", "");
    long seed = said.isEmpty() ? new Random().nextInt(MOST_SEED) : Long.parseLong(said);
    Path directory = Path.of(args[0]);
    TortureSettings settings =
        TortureSettings.of(Integer.parseInt(args[1]), seed, directory.resolve("rounds"));
    Totals totals = run(settings, Image.build(directory.resolve("image")), System.err);
    System.out.println(totals.ends());
    System.out.println(totals);
    if (!totals.isGood()) {
      System.exit(1);
    }
  }

  /**
   * Runs rounds.
   *
   * @param settings what they are set to
   * @param image what the device is started from
   * @param report told of what must not be
   * @return what came of them
   */
  static Totals run(TortureSettings settings, Image image, PrintStream report)
      throws InterruptedException, ExecutionException {
    boolean enumerates = Strace.isPossible();
    if (!enumerates) {
      report.println(
          "There is no strace, or it may not trace: processes are killed at random moments only");
    }
    Torture torture = new Torture(settings, enumerates);
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    try {
      List<Callable<Totals>> lanes = new ArrayList<>();
      for (int i = 0; i < Math.min(LANES, settings.rounds()); i++) {
        int number = i;
        lanes.add(() -> torture.run(Lane.start(settings, image, report, number)));
      }
      Totals totals = Totals.NONE;
      for (Future<Totals> lane : threads.invokeAll(lanes)) {
        totals = totals.plus(lane.get());
      }
      return totals;
    } finally {
      threads.shutdownNow();
    }
  }

  private Totals run(Lane started) throws IOException, InterruptedException {
    Totals totals = Totals.NONE;
    try (Lane lane = started) {
      for (int round = nextRound.getAndIncrement();
          round < settings.rounds() && failures.get() < settings.failures();
          round = nextRound.getAndIncrement()) {
        Totals result = lane.run(planner.plan(round));
        if (!result.isGood()) {
          failures.incrementAndGet();
        }
        totals = totals.plus(result);
      }
    }
    return totals;
  }
}

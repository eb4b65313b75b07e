package io.jobhandler.torture.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Plans rounds. The same seed and number make the same plan. */
public final class Planner {
  private static final int FEWEST_JOBS = 7;
  private static final int MOST_JOBS = 13;
  private static final int MOST_KILLS = 4;
  private static final int MOST_LINES = 25;
  private static final int LATENCY_STEP_MILLIS = 4;
  private static final int LATENCY_STEPS = 5;
  private static final double LOST = 0.03;
  private static final double CRASH_LOOP = 0.08;
  private static final int LONG_MILLIS = 1_500;
  private static final int MOST_CUTS = 2;

  /** One of so many rounds has a kill at a system call. */
  private static final int ROUNDS_PER_ENUMERATED_KILL = 3;

  /** So that seeds which follow each other have nothing in common. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final long seed;
  private final boolean enumerates;

  /**
   * Makes a planner.
   *
   * @param seed decides everything
   * @param enumerates whether there are kills at system calls
   */
  public Planner(long seed, boolean enumerates) {
    this.seed = seed;
    this.enumerates = enumerates;
  }

  /** Plans a round, 0 for the first. It is the first one of the seed that is so much higher. */
  public RoundPlan plan(int round) {
    long number = seed + round;
    Random random = new Random(number * SPREAD);
    List<PlannedJob> jobs = jobs(number, random);
    List<KillPlan> kills = kills(number, random);
    if (chance(random, CRASH_LOOP)) {
      PlannedJob victim = victim(number);
      jobs.add(0, victim);
      kills = Collections.nCopies(victim.kind().maxAttempts(), killOf(victim, random));
    }
    return new RoundPlan(
        number,
        jobs,
        kills,
        kills.stream().map(kill -> chance(random, 0.3)).toList(),
        link(random),
        chance(random, 0.25),
        chance(random, 0.5));
  }

  /** A job whose every attempt is cut off. */
  private static PlannedJob victim(long number) {
    return new PlannedJob(
        "r%d-victim".formatted(number),
        Kind.CAPPED,
        document(Kind.CAPPED, LONG_MILLIS, 0),
        false,
        Duration.ZERO);
  }

  private static KillPlan killOf(PlannedJob victim, Random random) {
    return new KillPlan.AfterBegin(victim.jobId(), micros(random.nextInt(20_000)));
  }

  private static LinkPlan link(Random random) {
    Duration latency =
        Duration.ofMillis((long) random.nextInt(LATENCY_STEPS) * LATENCY_STEP_MILLIS);
    double lost = chance(random, 0.25) ? LOST : 0;
    List<Integer> cuts =
        chance(random, 0.25)
            ? random.ints(1 + random.nextInt(MOST_CUTS), 0, MOST_LINES).sorted().boxed().toList()
            : List.of();
    return new LinkPlan(latency, lost, random.nextLong(), cuts);
  }

  private List<KillPlan> kills(long round, Random random) {
    List<KillPlan> kills = new ArrayList<>();
    int count = random.nextInt(MOST_KILLS + 1);
    for (int i = 0; i < count; i++) {
      kills.add(kill(random));
    }
    if (enumerates && Math.floorMod(round, ROUNDS_PER_ENUMERATED_KILL) == 0) {
      long index = Math.floorDiv(round, ROUNDS_PER_ENUMERATED_KILL);
      if (kills.isEmpty()) {
        kills.add(EnumeratedKills.get(index));
      } else {
        kills.set(random.nextInt(Math.min(2, kills.size())), EnumeratedKills.get(index));
      }
    }
    return kills;
  }

  private static KillPlan kill(Random random) {
    if (chance(random, 0.2)) {
      return new KillPlan.AfterStart(Duration.ofMillis(random.nextInt(1500)));
    }
    int longestMicros = chance(random, 0.5) ? 3_000 : chance(random, 0.7) ? 30_000 : 300_000;
    return new KillPlan.AfterLines(
        1 + random.nextInt(MOST_LINES), micros(random.nextInt(longestMicros)));
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1_000);
  }

  private static List<PlannedJob> jobs(long round, Random random) {
    List<PlannedJob> jobs = new ArrayList<>();
    int count = FEWEST_JOBS + random.nextInt(MOST_JOBS - FEWEST_JOBS + 1);
    for (int i = 0; i < count; i++) {
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      jobs.add(
          new PlannedJob(
              "r%d-%d-%s".formatted(round, i, kind.name().toLowerCase(Locale.ROOT)),
              kind,
              document(kind, random),
              chance(random, 0.3),
              micros(random.nextInt(chance(random, 0.5) ? 20_000 : 400_000))));
    }
    return jobs;
  }

  private static String document(Kind kind, Random random) {
    if (kind == Kind.MALFORMED) {
      return chance(random, 0.5)
          ? "{\"operation\":\"%s\"}".formatted(kind.operation())
          : "{\"operation\":\"%s\",\"millis\":\"5\",\"failures\":0}".formatted(kind.operation());
    }
    return document(kind, millis(kind, random), failures(random));
  }

  private static String document(Kind kind, int millis, int failures) {
    return "{\"operation\":\"%s\",\"millis\":%d,\"failures\":%d}"
        .formatted(kind.operation(), millis, failures);
  }

  private static int millis(Kind kind, Random random) {
    return switch (kind) {
      case CAPPED -> 50 + random.nextInt(150);
      case CANCELLED, UNDONE -> LONG_MILLIS;
      default -> random.nextInt(40);
    };
  }

  private static int failures(Random random) {
    return chance(random, 0.2) ? Operations.MANY_ATTEMPTS : 1 + random.nextInt(2);
  }

  private static boolean chance(Random random, double probability) {
    return random.nextDouble() < probability;
  }
}

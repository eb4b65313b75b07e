package io.jobhandler.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one benchmark. Its standard output is JSON, one line a variant. */
final class Main {
  private static final String USAGE =
      "expected a benchmark, job-turnaround, round-trip, progress, steps or processor, and a"
          + " directory";

  private Main() {}

  /**
   * Runs a benchmark.
   *
   * @param args its name, and a directory on the disk that the journal is measured on
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      throw new IllegalArgumentException(USAGE);
    }
    Path directory = Files.createDirectories(Path.of(args[1]));
    switch (args[0]) {
      case "job-turnaround" -> JobTurnaround.run(directory);
      case "round-trip" -> RoundTrip.run();
      case "progress" -> ProgressCost.run();
      case "processor" -> ProcessorTime.run(directory);
      case "steps" -> StepCost.run();
      default -> throw new IllegalArgumentException(args[0] + ": " + USAGE);
    }
  }
}

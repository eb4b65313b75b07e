package io.jobhandler.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time from the acceptance of one job's final status to that of the next one's, by the
 * service's clock, with an empty handler and all jobs queued beforehand. One service serves all
 * variants; each variant's client is a process of its own. The variants take turns in several
 * rounds, and the round with the lowest median counts, for all alike: what else the machine does
 * makes a round slower, never faster.
 */
final class JobTurnaround {
  private static final int MEASURED_JOBS = 500;
  private static final int ROUNDS = 3;

  /** So that the service is equally warm for all variants. */
  private static final int SERVICE_WARM_UP_JOBS = 20_000;

  /** Those that are compared most closely run next to each other. */
  private static final List<Variant> ORDER =
      List.of(Variant.MEMORY, Variant.BARE, Variant.DURABLE, Variant.SDK, Variant.SDK_STOCK);

  private final LocalService service;
  private final Path directory;

  private JobTurnaround(LocalService service, Path directory) {
    this.service = service;
    this.directory = directory;
  }

  private record Result(
      Distribution turnaround,
      double publishesPerJob,
      double subscriptionsPerJob,
      double forcesPerJob,
      @Nullable Double fileReplacementsMillis) {

    Result faster(Result other) {
      return other.turnaround.medianMillis() < turnaround.medianMillis() ? other : this;
    }
  }

  static void run(Path directory) throws IOException, InterruptedException {
    Map<Variant, Result> results = new EnumMap<>(Variant.class);
    try (LocalService service = LocalService.start()) {
      // Removed with the build's own directory.
      JobTurnaround benchmark =
          new JobTurnaround(service, Files.createTempDirectory(directory, "job-turnaround"));
      benchmark.measure(Variant.BARE, "service", SERVICE_WARM_UP_JOBS);
      for (int round = 1; round <= ROUNDS; round++) {
        for (Variant variant : ORDER) {
          String thing = variant.label() + "-" + round;
          Result result = benchmark.measure(variant, thing, variant.warmUpJobs());
          results.merge(variant, result, Result::faster);
        }
      }
    }
    double sdk = result(results, Variant.SDK).turnaround.medianMillis();
    for (Variant variant : Variant.values()) {
      JsonLines.print(line(variant, result(results, variant), sdk));
    }
  }

  private static Result result(Map<Variant, Result> results, Variant variant) {
    Result result = results.get(variant);
    if (result == null) {
      throw new IllegalStateException(variant + " was not measured");
    }
    return result;
  }

  private Result measure(Variant variant, String thing, int warmUpJobs)
      throws IOException, InterruptedException {
    int count = warmUpJobs + MEASURED_JOBS;
    service.queue(thing, count);
    try (ChildProcess client =
        ChildProcess.start(
            LoopProcess.class,
            variant.name(),
            Integer.toString(service.port()),
            thing,
            Integer.toString(count),
            directory.resolve(thing).toString())) {
      JsonNode said = client.answer(Connections.TIMEOUT);
      JsonNode replacements = said.get("fileReplacementsMillis");
      LocalService.Report seen = service.report(thing, count);
      return new Result(
          Distribution.between(measured(seen.ends())),
          (double) seen.publishes() / count,
          (double) seen.subscriptions() / count,
          said.required("forces").doubleValue() / count,
          replacements == null ? null : replacements.doubleValue());
    }
  }

  /** With the last job of the warm-up, which begins the first measured time. */
  private static long[] measured(List<Long> ends) {
    return ends.stream()
        .skip(ends.size() - MEASURED_JOBS - 1L)
        .mapToLong(Long::longValue)
        .toArray();
  }

  private static Map<String, Object> line(Variant variant, Result result, double sdkMedian) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("benchmark", "job-turnaround");
    line.put("variant", variant.label());
    line.put("median_ms", Distribution.round(result.turnaround.medianMillis(), 3));
    line.put("p99_ms", Distribution.round(result.turnaround.quantileMillis(0.99), 3));
    line.put("ratio_to_sdk", Distribution.round(result.turnaround.medianMillis() / sdkMedian, 3));
    line.put("fsyncs_per_job", Distribution.round(result.forcesPerJob, 2));
    line.put("publishes_per_job", Distribution.round(result.publishesPerJob, 2));
    line.put("subscription_packets_per_job", Distribution.round(result.subscriptionsPerJob, 2));
    line.put("rate_limit", variant.rateLimit());
    line.put("warm_up_jobs", variant.warmUpJobs());
    line.put("rounds", ROUNDS);
    if (result.fileReplacementsMillis != null) {
      line.put("file_replacements_ms", Distribution.round(result.fileReplacementsMillis, 3));
    }
    return line;
  }
}

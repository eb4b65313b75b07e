package io.jobhandler.torture;

import io.jobhandler.torture.plan.PlannedJob;
import io.jobhandler.torture.plan.RoundPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs rounds one after the other, with one service and, while all goes well, one device. */
final class Lane implements AutoCloseable {
  private final TortureSettings settings;
  private final Image image;
  private final PrintStream report;
  private final Path directory;
  private final Service service;
  private final Set<String> cancelled = new HashSet<>();
  private Device device;
  private int devices;
  private int lives;

  private Lane(
      TortureSettings settings, Image image, PrintStream report, Path directory, Service service)
      throws IOException {
    this.settings = settings;
    this.image = image;
    this.report = report;
    this.directory = directory;
    this.service = service;
    this.device = nextDevice();
  }

  /**
   * Starts a service.
   *
   * @param number tells the lanes of a run apart
   */
  static Lane start(TortureSettings settings, Image image, PrintStream report, int number)
      throws IOException, InterruptedException {
    Path directory = settings.directory().resolve("lane-" + number);
    remove(directory);
    Files.createDirectories(directory);
    Service service = Service.start(directory.resolve("certificates"));
    return new Lane(settings, image, report, directory, service);
  }

  private Device nextDevice() throws IOException {
    return Device.make(directory, "device-" + devices++);
  }

  /** Runs a round, and reports what must not be. */
  Totals run(RoundPlan plan) throws IOException, InterruptedException {
    if (plan.freshDevice()) {
      remove(device.directory());
      device = nextDevice();
    }
    Path place = Files.createDirectories(directory.resolve("round-" + plan.number()));
    Round.Setting setting =
        new Round.Setting(settings, service, device, place, image, lives, Set.copyOf(cancelled));
    Round.Result result;
    try (Round round = new Round(plan, setting)) {
      result = round.run();
    }
    lives += result.lives();
    plan.jobs().stream()
        .filter(job -> job.kind().isCancelled())
        .map(PlannedJob::jobId)
        .forEach(cancelled::add);
    if (result.findings().isEmpty()) {
      remove(place);
    } else {
      tell(plan, result, place);
      device = nextDevice(); // what went wrong stays where it is
    }
    return Totals.of(plan, result);
  }

  private void tell(RoundPlan plan, Round.Result result, Path place) {
    StringBuilder text = new StringBuilder();
    text.append(
        "seed %d, rounds 1: see the ledger and device.log in %s, the journal in %s, and the plan: %s%n"
            .formatted(plan.number(), place, device.directory(), plan));
    result.findings().forEach(finding -> text.append("  %s%n".formatted(finding)));
    report.print(text);
  }

  private static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(path)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    service.close();
  }
}

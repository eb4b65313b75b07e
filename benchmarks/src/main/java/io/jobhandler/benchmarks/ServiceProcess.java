package io.jobhandler.benchmarks;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.Traffic;
import io.jobhandler.localjobs.Transition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The local Jobs service in a process of its own. It says its port, and then answers {@code queue
 * <thing> <count>} and {@code report <thing> <count>} until its input ends.
 */
final class ServiceProcess {
  private static final String DOCUMENT = "{\"operation\":\"" + NoopHandler.OPERATION + "\"}";

  private final MonotonicClock clock;
  private final LocalJobs service;

  private ServiceProcess(MonotonicClock clock, LocalJobs service) {
    this.clock = clock;
    this.service = service;
  }

  /**
   * Serves until the input ends.
   *
   * @param args the directory for the service's certificates
   */
  public static void main(String[] args) throws IOException {
    MonotonicClock clock = new MonotonicClock();
    try (LocalJobs service =
            LocalJobs.builder().stateDirectory(Path.of(args[0])).clock(clock).start();
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      JsonLines.print(Map.of("port", service.mqttPort()));
      ServiceProcess process = new ServiceProcess(clock, service);
      commands.lines().map(command -> List.of(command.split(" ", -1))).forEach(process::answer);
    }
  }

  static String jobId(String thing, int number) {
    return thing + "-" + number;
  }

  private void answer(List<String> command) {
    String thing = command.get(1);
    int count = Integer.parseInt(command.get(2));
    switch (command.get(0)) {
      case "queue" -> queue(thing, count);
      case "report" -> report(thing, count);
      default -> throw new IllegalArgumentException("unknown command " + command);
    }
  }

  private void queue(String thing, int count) {
    for (int i = 0; i < count; i++) {
      service.createJob(
          CreateJob.builder(jobId(thing, i)).document(DOCUMENT).targets(thing).build());
    }
    JsonLines.print(Map.of("queued", count));
  }

  private void report(String thing, int count) {
    long[] ends = IntStream.range(0, count).mapToLong(i -> endOf(thing, jobId(thing, i))).toArray();
    Traffic.Counts packets = service.traffic().ofClient(thing);
    JsonLines.print(
        Map.of(
            "ends",
            ends,
            "publishes",
            packets.publishesIn(),
            "subscriptions",
            packets.subscribes() + packets.unsubscribes()));
  }

  /** When the service accepted the job's final status. */
  private long endOf(String thing, String jobId) {
    return service.history(thing, jobId).stream()
        .filter(transition -> transition.accepted() && transition.to().isTerminal())
        .findFirst()
        .map(Transition::at)
        .map(clock::sinceStart)
        .orElseThrow(() -> new IllegalStateException("job " + jobId + " has not ended"));
  }
}

package io.jobhandler.torture;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.benchmarks.JsonLines;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.FaultRates;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.LocalJobsException;
import io.jobhandler.localjobs.Transition;
import io.jobhandler.torture.check.HistoryLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The local Jobs service in a process of its own. It says its port, and then answers one request a
 * line, both JSON, until its input ends.
 */
final class TortureService {
  private final LocalJobs service;

  private TortureService(LocalJobs service) {
    this.service = service;
  }

  /**
   * What is asked of the service.
   *
   * @param verb {@code create}, {@code cancel}, {@code ended}, {@code history} or {@code disturb}
   * @param thing the thing
   * @param jobId the job
   * @param document its document, to create it
   * @param lost how much goes astray, to disturb all that follows
   * @param seed decides what does
   */
  record Request(
      String verb, String thing, String jobId, String document, double lost, long seed) {}

  /**
   * Serves until the input ends.
   *
   * @param args the directory for the service's certificates
   */
  public static void main(String[] args) throws IOException {
    try (LocalJobs service = LocalJobs.builder().stateDirectory(Path.of(args[0])).start();
        BufferedReader requests =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      JsonLines.print(Map.of("port", service.mqttPort()));
      TortureService process = new TortureService(service);
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        JsonNode request = JsonLines.parse(line);
        JsonLines.print(
            Map.of("answer", process.answer(JsonLines.MAPPER.treeToValue(request, Request.class))));
      }
    }
  }

  private Object answer(Request request) {
    return switch (request.verb()) {
      case "create" -> create(request);
      case "cancel" -> cancel(request);
      case "ended" -> hasEnded(request);
      case "history" -> history(request);
      case "disturb" -> disturb(request);
      default -> throw new IllegalArgumentException("unknown request " + request);
    };
  }

  private boolean create(Request request) {
    service.createJob(request.jobId(), request.document(), request.thing());
    return true;
  }

  /** Says whether the execution had not ended before. */
  private boolean cancel(Request request) {
    try {
      service.cancelJobExecution(request.thing(), request.jobId(), true);
      return true;
    } catch (LocalJobsException e) {
      return false;
    }
  }

  /** No notification: nobody asks for what the service has never told of, but every hour. */
  private boolean disturb(Request request) {
    double lost = request.lost();
    service
        .faults()
        .random(
            request.seed(),
            new FaultRates(
                lost, new FaultRates.Delivery(lost, lost, lost), new FaultRates.Delivery(0, 0, 0)));
    return true;
  }

  private boolean hasEnded(Request request) {
    return service.describeJobExecution(request.thing(), request.jobId()).status().isTerminal();
  }

  private List<HistoryLine> history(Request request) {
    return service.history(request.thing(), request.jobId()).stream()
        .map(TortureService::line)
        .toList();
  }

  private static HistoryLine line(Transition transition) {
    return new HistoryLine(
        ChronoUnit.MICROS.between(Instant.EPOCH, transition.at()),
        transition.executionNumber(),
        name(transition.from()),
        transition.to().name(),
        transition.actor().name(),
        transition.accepted(),
        transition.statusDetails().getOrDefault("reasonCode", ""));
  }

  private static String name(@Nullable ExecutionStatus status) {
    return status == null ? "" : status.name();
  }
}

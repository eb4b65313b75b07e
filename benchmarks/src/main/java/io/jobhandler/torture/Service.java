package io.jobhandler.torture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.benchmarks.ChildProcess;
import io.jobhandler.benchmarks.JsonLines;
import io.jobhandler.torture.check.HistoryLine;
import io.jobhandler.torture.plan.LinkPlan;
import io.jobhandler.torture.plan.PlannedJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The service's process, from outside. Not safe for use by several threads. */
final class Service implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** It is busy for minutes at the most, and not alone on the machine. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final ChildProcess process;
  private final int port;

  private Service(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static Service start(Path certificates) throws IOException, InterruptedException {
    ChildProcess process =
        ChildProcess.start(QUICK_START, TortureService.class, certificates.toString());
    try {
      return new Service(process, process.answer(TIMEOUT).required("port").intValue());
    } catch (RuntimeException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  void create(String thing, PlannedJob job) throws InterruptedException {
    ask(new TortureService.Request("create", thing, job.jobId(), job.document(), 0, 0));
  }

  void cancel(String thing, PlannedJob job) throws InterruptedException {
    ask(request("cancel", thing, job));
  }

  boolean hasEnded(String thing, PlannedJob job) throws InterruptedException {
    return ask(request("ended", thing, job)).booleanValue();
  }

  List<HistoryLine> history(String thing, PlannedJob job) throws InterruptedException {
    return JsonLines.MAPPER.convertValue(
        ask(request("history", thing, job)), new TypeReference<List<HistoryLine>>() {});
  }

  /** Lets messages go astray from now on. */
  void disturb(LinkPlan link) throws InterruptedException {
    ask(new TortureService.Request("disturb", "", "", "", link.lost(), link.seed()));
  }

  private static TortureService.Request request(String verb, String thing, PlannedJob job) {
    return new TortureService.Request(verb, thing, job.jobId(), "", 0, 0);
  }

  private JsonNode ask(TortureService.Request request) throws InterruptedException {
    try {
      process.send(JsonLines.MAPPER.writeValueAsString(request));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return process.answer(TIMEOUT).required("answer");
  }

  @Override
  public void close() {
    process.close();
  }
}

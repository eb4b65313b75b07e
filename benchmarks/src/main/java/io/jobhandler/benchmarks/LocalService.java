package io.jobhandler.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The service's process, from outside. */
final class LocalService implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final ChildProcess process;
  private final int port;

  private LocalService(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * What the service saw of a thing.
   *
   * @param ends when each job's final status was accepted, in order, in nanoseconds
   * @param publishes how many PUBLISH packets the thing's client sent
   * @param subscriptions how many SUBSCRIBE and UNSUBSCRIBE packets it sent
   */
  record Report(List<Long> ends, long publishes, long subscriptions) {}

  static LocalService start() throws IOException, InterruptedException {
    Path certificates = Files.createTempDirectory("jobhandler-bench");
    ChildProcess process = ChildProcess.start(ServiceProcess.class, certificates.toString());
    try {
      return new LocalService(process, process.answer(TIMEOUT).required("port").intValue());
    } catch (RuntimeException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  void queue(String thing, int count) throws InterruptedException {
    process.send("queue " + thing + " " + count);
    process.answer(TIMEOUT);
  }

  Report report(String thing, int count) throws InterruptedException {
    process.send("report " + thing + " " + count);
    JsonNode report = process.answer(TIMEOUT);
    JsonNode ends = report.required("ends");
    return new Report(
        IntStream.range(0, ends.size()).mapToObj(i -> ends.get(i).longValue()).toList(),
        report.required("publishes").longValue(),
        report.required("subscriptions").longValue());
  }

  @Override
  public void close() {
    process.close();
  }
}

package io.jobhandler.internal.payload;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.payload.ScriptedHttpServer.Answer;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A device with a real folder before a real server. */
final class DeviceFixture implements AutoCloseable {
  static final byte[] CONTENT = new byte[200_000];
  static final Duration IDLE = Duration.ofSeconds(30);

  static {
    new Random(1).nextBytes(CONTENT);
  }

  /** Runs by itself, but for the pauses between attempts. */
  private final ManualScheduler pauses = new ManualScheduler();

  /** Stands still, but where a test moves it. */
  final ManualScheduler idleTime = new ManualScheduler();

  final ScriptedHttpServer server;
  final Path folder;
  private final PayloadFetch fetch;
  Optional<PresignedUrl> freshUrl = Optional.empty();
  volatile long received;

  DeviceFixture(Path folder) throws IOException {
    this.folder = folder;
    server = new ScriptedHttpServer(Answers.status(500));
    fetch =
        new PayloadFetch(
            new HttpPayloadSource(
                new Loop(idleTime, idleTime::nanoTime), IDLE, UrlRules.strict(), null),
            new FilePayloadStore(folder),
            new Loop(pauses, pauses::nanoTime),
            new FetchSettings(Duration.ofHours(1), 3, 2));
  }

  Running<FetchedPayloads> start(Answer... answers) {
    server.answerWith(answers);
    List<PreparedPayload> payloads = References.prepared(server.url(), CONTENT);
    return Running.start(
        () ->
            fetch.fetch(
                TestJobs.key("job-1"),
                payloads,
                reference -> freshUrl,
                (done, total) -> received = done));
  }

  /** Lets the pauses pass until the fetch has ended. */
  Running<FetchedPayloads> finish(Running<FetchedPayloads> running) {
    while (!running.isDone()) {
      Duration next = pauses.untilNext();
      if (next != null) {
        pauses.advance(next);
      }
      Thread.onSpinWait();
    }
    return running;
  }

  Running<FetchedPayloads> run(Answer... answers) {
    return finish(start(answers));
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package io.jobhandler.internal.payload;

import io.jobhandler.internal.fixture.MemoryPayload;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadStore;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.testkit.ManualScheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fetch whose pauses last as long as a test says, into memory. */
final class FetchFixture {
  static final byte[] CONTENT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  static final FetchSettings SETTINGS = new FetchSettings(Duration.ofMinutes(30), 4, 2);

  final ManualScheduler time = new ManualScheduler();
  final List<MemoryPayload> stored = new CopyOnWriteArrayList<>();
  final List<String> progress = new CopyOnWriteArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  final List<PresignedUrl> freshUrls = new CopyOnWriteArrayList<>();
  PayloadStore store =
      (jobId, executionNumber, payload, size) -> {
        MemoryPayload place = new MemoryPayload();
        stored.add(place);
        return place;
      };

  /** Gives the URLs of {@link #freshUrls}, one after the other. */
  private Optional<PresignedUrl> freshUrl() {
    return freshUrls.isEmpty() ? Optional.empty() : Optional.of(freshUrls.remove(0));
  }

  Running<FetchedPayloads> start(PayloadSource source, List<PreparedPayload> payloads) {
    PayloadFetch fetch = new PayloadFetch(source, store, new Loop(time, time::nanoTime), SETTINGS);
    return Running.start(
        () ->
            fetch.fetch(
                TestJobs.key("job-1"),
                payloads,
                reference -> freshUrl(),
                (done, total) -> progress.add(done + "/" + total)));
  }

  Running<FetchedPayloads> start(PayloadSource source) {
    return start(source, References.prepared(References.URL, CONTENT));
  }

  /** Runs it to its end, and writes down how long each pause was. */
  Running<FetchedPayloads> run(PayloadSource source, List<PreparedPayload> payloads) {
    Running<FetchedPayloads> running = start(source, payloads);
    while (!running.isDone()) {
      Duration next = time.untilNext();
      if (next != null) {
        pauses.add(next);
        time.advance(next);
      }
      Thread.onSpinWait();
    }
    return running;
  }

  Running<FetchedPayloads> run(PayloadSource source) {
    return run(source, References.prepared(References.URL, CONTENT));
  }
}

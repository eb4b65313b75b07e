package io.jobhandler.jobs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the payloads of the tests stand for. */
final class Payloads {
  /** 1767258000. */
  static final Instant AT_9 = Instant.ofEpochSecond(1767258000L);

  /** 1767261600. */
  static final Instant AT_10 = Instant.ofEpochSecond(1767261600L);

  private Payloads() {}

  /** An execution of {@code job1} of which little is told. */
  static JobExecution execution(
      JobStatus status, long version, @Nullable Long secondsLeft, @Nullable JobDocument document) {
    return new JobExecution(
        "job1", null, status, Map.of(), null, null, null, version, 1, secondsLeft, document);
  }
}

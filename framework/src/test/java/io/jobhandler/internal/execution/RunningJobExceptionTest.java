package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobFailedException;
import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.testkit.LogCapture;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handler's exceptions come to: another attempt, or the end that they are mapped to. */
@DisplayName("Edge case 20: an exception in the handler is always answered")
@Timeout(30)
class RunningJobExceptionTest {
  private static final ExceptionMapping MISSING =
      new ExceptionMapping(
          FileNotFoundException.class, MapException.Status.REJECTED, "FILE_MISSING");
  private static final ExceptionMapping BROKEN =
      new ExceptionMapping(IOException.class, MapException.Status.FAILED, "DISK_BROKEN");

  private final ExecutionFixture fixture = new ExecutionFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void assertEnds(HandlerPolicy policy, Throwable thrown, Object end) {
    fixture.heard.clear();
    fixture.method = Handlers.method("x", null).withPolicy(policy);
    fixture.run(
        invocation -> {
          throw thrown;
        });

    assertThat(fixture.heard).containsExactly(end, THREAD_ENDED);
  }

  @Test
  void aHandlerThatAsksForItIsAttemptedLater() {
    assertEnds(
        HandlerPolicy.unset(),
        new RetryLaterException(Duration.ofMinutes(7), "the pump runs"),
        new AttemptEnd.Retry(
            Duration.ofMinutes(7),
            JobOutcome.failed("ATTEMPTS_EXHAUSTED", "RetryLaterException: the pump runs")));
  }

  @Test
  void anExceptionThatTheHandlerIsRetriedForLeavesTheDelayToTheBackoff() {
    HandlerPolicy policy = HandlerPolicy.unset().withRetryOn(IOException.class);

    assertEnds(
        policy,
        new FileNotFoundException("a.bin"),
        new AttemptEnd.Retry(
            null, JobOutcome.failed("HANDLER_ERROR", "FileNotFoundException: a.bin")));
    assertEnds(
        policy,
        new IllegalStateException("why"),
        JobOutcome.failed("HANDLER_ERROR", "IllegalStateException: why"));
  }

  @Test
  void anErrorMayBeRetriedToo() {
    assertEnds(
        HandlerPolicy.unset().withRetryOn(OutOfMemoryError.class),
        new OutOfMemoryError("heap"),
        new AttemptEnd.Retry(null, JobOutcome.failed("HANDLER_ERROR", "OutOfMemoryError: heap")));
  }

  @Test
  void theFirstMappingThatFitsCounts() {
    HandlerPolicy policy = HandlerPolicy.unset().withMapping(MISSING).withMapping(BROKEN);

    assertEnds(
        policy,
        new FileNotFoundException("a.bin"),
        JobOutcome.rejected("FILE_MISSING", "FileNotFoundException: a.bin"));
    assertEnds(
        policy,
        new IOException("bad sector"),
        JobOutcome.failed("DISK_BROKEN", "IOException: bad sector"));
    assertEnds(
        policy,
        new IllegalStateException("why"),
        JobOutcome.failed("HANDLER_ERROR", "IllegalStateException: why"));
    assertEnds(
        HandlerPolicy.unset().withMapping(BROKEN).withMapping(MISSING),
        new FileNotFoundException("a.bin"),
        JobOutcome.failed("DISK_BROKEN", "FileNotFoundException: a.bin"));
  }

  @Test
  void anExceptionThatIsRetriedEndsAsItIsMappedWhereNoAttemptIsLeft() {
    assertEnds(
        HandlerPolicy.unset().withRetryOn(IOException.class).withMapping(BROKEN),
        new IOException("bad sector"),
        new AttemptEnd.Retry(null, JobOutcome.failed("DISK_BROKEN", "IOException: bad sector")));
  }

  @Test
  void whatMeansWhatItSaysIsNeitherMappedNorRetried() {
    HandlerPolicy policy =
        HandlerPolicy.unset()
            .withRetryOn(RuntimeException.class)
            .withMapping(
                new ExceptionMapping(
                    RuntimeException.class, MapException.Status.REJECTED, "MAPPED"));

    assertEnds(policy, new JobFailedException("LOW", "why"), JobOutcome.failed("LOW", "why"));
    assertEnds(
        policy,
        new RetryLaterException(Duration.ZERO, "why"),
        new AttemptEnd.Retry(
            Duration.ZERO, JobOutcome.failed("ATTEMPTS_EXHAUSTED", "RetryLaterException: why")));
  }

  @Test
  void anExceptionWithoutAMessageOrANameIsNamedAllTheSame() {
    assertEnds(
        HandlerPolicy.unset(),
        new IOException(),
        JobOutcome.failed("HANDLER_ERROR", "IOException"));
    RuntimeException nameless =
        new RuntimeException("why") {
          private static final long serialVersionUID = 1L;
        };
    assertEnds(
        HandlerPolicy.unset(),
        nameless,
        JobOutcome.failed("HANDLER_ERROR", nameless.getClass().getName() + ": why"));
  }

  @Test
  void theLogTellsABugFromWhatTheHandlerSaid() {
    try (LogCapture log = LogCapture.of(RunningJob.class)) {
      assertEnds(
          HandlerPolicy.unset(),
          new JobFailedException("LOW", "12 %"),
          JobOutcome.failed("LOW", "12 %"));
      assertThat(log.text()).contains("INFO").contains("Job job-1#2 ended with LOW");
    }
    try (LogCapture log = LogCapture.of(RunningJob.class)) {
      fixture.run(
          invocation -> {
            throw new RetryLaterException(Duration.ZERO, "the pump runs");
          });
      assertThat(log.text())
          .contains("INFO")
          .contains("Job job-1#2 cannot be done now")
          .contains("the pump runs");
    }
    try (LogCapture log = LogCapture.of(RunningJob.class)) {
      fixture.run(
          invocation -> {
            throw new IllegalStateException("a bug");
          });
      assertThat(log.text()).contains("WARN").contains("The handler of job job-1#2 failed");
    }
  }

  @Test
  void theEndOfAResultIsTold() {
    fixture.run(invocation -> JobResult.failed("LOW", "why"));

    assertThat(fixture.heard).containsExactly(JobOutcome.failed("LOW", "why"), THREAD_ENDED);
  }
}

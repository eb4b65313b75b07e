package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobFailedException;
import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.internal.flow.JobOutcome;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of what a handler returns or throws. */
@Timeout(30)
class RunningJobOutcomeTest {
  private final ExecutionFixture fixture = new ExecutionFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void tellsWhatTheHandlerReturned() {
    fixture.run(invocation -> JobResult.succeeded(Map.of("version", "2")));

    assertThat(fixture.heard)
        .containsExactly(JobOutcome.of(JobResult.succeeded(Map.of("version", "2"))), THREAD_ENDED);
    assertThat(fixture.manual.waiting()).isZero();
  }

  @Test
  void nullIsAFailure() {
    fixture.run(invocation -> null);

    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed("HANDLER_ERROR", "the handler returned null"), THREAD_ENDED);
  }

  @Test
  void exceptionsOfTheFrameworkCarryTheirReason() {
    fixture.run(
        invocation -> {
          throw new JobFailedException("LOW", "why", Map.of("a", "b"), null);
        });
    fixture.run(
        invocation -> {
          throw new JobRejectedException("NO", "why");
        });

    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.of(new JobResult.Failed("LOW", "why", Map.of("a", "b"))),
            THREAD_ENDED,
            JobOutcome.rejected("NO", "why"),
            THREAD_ENDED);
  }

  @Test
  void anythingElseThatIsThrownIsAFailure() {
    assertFails(new IllegalStateException("why"), "IllegalStateException: why");
    assertFails(new IOException("why"), "IOException: why");
    assertFails(new StackOverflowError(), "StackOverflowError");
    assertFails(new AssertionError("why"), "AssertionError: why");
    assertFails(new InterruptedException(), "InterruptedException");
  }

  private void assertFails(Throwable thrown, String reason) {
    fixture.heard.clear();
    fixture.run(
        invocation -> {
          throw thrown;
        });

    assertThat(fixture.heard)
        .containsExactly(JobOutcome.failed("HANDLER_ERROR", reason), THREAD_ENDED);
  }

  @Test
  @DisplayName("Edge case 23: no thread takes the job")
  void tellsAJobWithoutAThread() {
    fixture
        .job(invocation -> JobResult.succeeded())
        .start(
            task -> {
              throw new RejectedExecutionException("full");
            });

    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed("HANDLER_ERROR", "RejectedExecutionException: full"), THREAD_ENDED);
    assertThat(fixture.manual.waiting()).isZero();
  }
}

package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.STEP_TIMEOUT;
import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.RestartCause;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.JobOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a handler is given, and what it can see of its job. */
@Timeout(30)
class RunningJobContextTest {
  private final ExecutionFixture fixture = new ExecutionFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void handsOverTheDocument() {
    AtomicReference<Object> document = new AtomicReference<>();
    fixture.run(
        invocation -> {
          document.set(invocation.document());
          return JobResult.rejected("NO", "why");
        });

    assertThat(document).hasValue("document");
    assertThat(fixture.heard).containsExactly(JobOutcome.rejected("NO", "why"), THREAD_ENDED);
  }

  @Test
  void handsOverTheProgressReporter() {
    fixture.run(
        invocation -> {
          invocation.progress().report(10, "writing");
          invocation.progress().report(20);
          return JobResult.succeeded();
        });

    assertThat(fixture.reports).containsExactly("10 writing", "20");
  }

  @Test
  void tellsTheHandlerOfItsJob() {
    AtomicReference<JobContext> seen = new AtomicReference<>();
    fixture.run(
        invocation -> {
          seen.set(invocation.context());
          return JobResult.succeeded();
        });
    JobContext context = Objects.requireNonNull(seen.get());

    assertThat(context.thingName()).isEqualTo("thing-1");
    assertThat(context.jobId()).isEqualTo("job-1");
    assertThat(context.executionNumber()).isEqualTo(2);
    assertThat(context.operation()).isEqualTo("x");
    assertThat(context.storedDetails()).isEqualTo(Map.of("stored", "1"));
  }

  @Test
  void tellsTheHandlerWhichAttemptThisIs() {
    fixture.attempt = new Attempt(2, RestartCause.INTERRUPTION, false);
    List<Object> seen = new ArrayList<>();
    fixture.run(
        invocation -> {
          seen.add(invocation.context().attempt());
          seen.add(invocation.context().restartCause());
          return JobResult.succeeded();
        });

    assertThat(seen).containsExactly(2, RestartCause.INTERRUPTION);
  }

  @Test
  void remembersForTheHandler() {
    List<Object> seen = new ArrayList<>();
    fixture.run(
        invocation -> {
          invocation.context().checkpoint("here");
          seen.add(invocation.context().step("erase", Integer.class, () -> 7));
          seen.add(invocation.context().shielded(() -> "written"));
          return JobResult.succeeded();
        });

    assertThat(fixture.memory.stored).containsExactly("here");
    assertThat(fixture.memory.steps).containsExactly("erase Integer");
    assertThat(seen).containsExactly(7, "written");
  }

  @Test
  void tellsTheHandlerHowMuchTimeIsLeft() {
    List<Object> seen = new ArrayList<>();
    fixture.run(
        invocation -> {
          JobContext context = invocation.context();
          seen.add(context.remainingTime());
          fixture.manual.advance(Duration.ofMinutes(9));
          seen.addAll(List.of(context.remainingTime(), context.isCancelled()));
          fixture.manual.advance(Duration.ofMinutes(2));
          seen.addAll(List.of(context.remainingTime(), context.isCancelled()));
          return JobResult.succeeded();
        });

    assertThat(seen)
        .containsExactly(STEP_TIMEOUT, Duration.ofMinutes(1), false, Duration.ZERO, true);
    assertThat(fixture.heard)
        .containsExactly(ExecutionFixture.STUCK, ExecutionFixture.stepTimeout(), THREAD_ENDED);
  }
}

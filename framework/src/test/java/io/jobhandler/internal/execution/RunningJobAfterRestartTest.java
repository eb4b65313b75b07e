package io.jobhandler.internal.execution;

import static io.jobhandler.internal.execution.ExecutionFixture.THREAD_ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.JobResult.Restart.Kind;
import io.jobhandler.NotDurableException;
import io.jobhandler.RestartCause;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.spi.HandlerMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handlers that ask for a restart, and what is called after it. */
@Timeout(30)
class RunningJobAfterRestartTest {
  private static final HandlerMethod METHOD = Handlers.method("x", null);

  private final ExecutionFixture fixture = new ExecutionFixture();
  private final List<Object> seen = new ArrayList<>();

  RunningJobAfterRestartTest() {
    fixture.method = METHOD.withAfterRestart(String.class, "X.confirm(String)");
    fixture.afterRestart =
        invocation -> {
          seen.add(String.valueOf(invocation.checkpoint()));
          return JobResult.succeeded(Map.of("slot", "b"));
        };
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void runAfter(RestartCause cause) {
    fixture.attempt = new Attempt(2, cause, true);
    fixture.run(
        invocation -> {
          seen.add("the handler");
          return JobResult.succeeded();
        });
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void theCheckpointIsStoredBeforeTheRestartIsTold(Kind kind) {
    fixture.run(invocation -> new JobResult.Restart(kind, "slot b"));

    assertThat(fixture.memory.stored).containsExactly("slot b");
    assertThat(fixture.heard).containsExactly(new AttemptEnd.Restart(kind), THREAD_ENDED);
  }

  @Test
  void aRestartWithoutACheckpointLeavesTheLastOne() {
    fixture.run(
        invocation -> {
          invocation.context().checkpoint("slot b");
          return new JobResult.Restart(Kind.REBOOT, null);
        });

    assertThat(fixture.memory.stored).containsExactly("slot b");
    assertThat(fixture.heard).containsExactly(new AttemptEnd.Restart(Kind.REBOOT), THREAD_ENDED);
  }

  @Test
  void aRestartIsNoneWhereItsCheckpointIsNotDurable() {
    fixture.memory.failure =
        new NotDurableException("the checkpoint is not stored", new IOException("disk full"));
    fixture.run(invocation -> JobResult.rebootAndContinue("slot b"));

    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed("HANDLER_ERROR", "NotDurableException: the checkpoint is not stored"),
            THREAD_ENDED);
  }

  @Test
  void aRestartIsNoneWhereItsCheckpointCannotBeWritten() {
    fixture.memory.failure = new IllegalArgumentException("no JSON");
    fixture.run(invocation -> JobResult.restartAndContinue(new Object()));

    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed("HANDLER_ERROR", "IllegalArgumentException: no JSON"), THREAD_ENDED);
  }

  @Test
  void aRestartIsNoneWhereNothingCanGoOn() {
    fixture.method = METHOD;
    fixture.run(invocation -> JobResult.rebootAndContinue("slot b"));

    assertThat(fixture.memory.stored).isEmpty();
    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed(
                "HANDLER_ERROR",
                "the handler asked for a restart, and no @AfterRestart method can go on"),
            THREAD_ENDED);
  }

  @Test
  void theMethodIsCalledInPlaceOfTheHandlerAndItsWordCounts() {
    fixture.memory.stored.add("slot b");
    runAfter(RestartCause.REBOOT);

    assertThat(seen).containsExactly("slot b");
    assertThat(fixture.heard)
        .containsExactly(JobOutcome.of(JobResult.succeeded(Map.of("slot", "b"))), THREAD_ENDED);
  }

  @Test
  void theMethodGetsNullWhereThereIsNoCheckpoint() {
    runAfter(RestartCause.REBOOT);

    assertThat(seen).containsExactly("null");
  }

  @Test
  void theMethodGetsNoCheckpointWhereItTakesNone() {
    fixture.method = METHOD.withAfterRestart(null, "X.confirm()");
    fixture.memory.stored.add("slot b");
    runAfter(RestartCause.REBOOT);

    assertThat(seen).containsExactly("null");
  }

  @Test
  void theMethodSeesItsJobAndMayReport() {
    fixture.afterRestart =
        invocation -> {
          JobContext context = invocation.context();
          seen.addAll(List.of(context.jobId(), context.attempt(), context.restartCause()));
          invocation.progress().report(99, "confirming");
          return JobResult.succeeded();
        };
    runAfter(RestartCause.PROCESS_RESTART);

    assertThat(seen).containsExactly("job-1", 2, RestartCause.PROCESS_RESTART);
    assertThat(fixture.reports).containsExactly("99 confirming");
  }

  @Test
  void theMethodMayAskForARestartAgain() {
    fixture.afterRestart = invocation -> new JobResult.Restart(Kind.PROCESS, null);
    runAfter(RestartCause.REBOOT);

    assertThat(fixture.heard).containsExactly(new AttemptEnd.Restart(Kind.PROCESS), THREAD_ENDED);
  }

  @Test
  void theHandlerIsCalledWhereNothingIsToGoOn() {
    fixture.attempt = new Attempt(2, RestartCause.INTERRUPTION, false);
    fixture.run(
        invocation -> {
          seen.add(invocation.context().restartCause());
          return JobResult.succeeded();
        });

    assertThat(seen).containsExactly(RestartCause.INTERRUPTION);
  }

  @Test
  void aCheckpointThatCannotBeReadFails() {
    fixture.memory.failure = new IllegalArgumentException("cannot be read as X");
    runAfter(RestartCause.REBOOT);

    assertThat(seen).isEmpty();
    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed("CHECKPOINT_UNREADABLE", "cannot be read as X"), THREAD_ENDED);
  }

  @Test
  void theHandlerIsNotCalledAgainWhereTheMethodIsNoMore() {
    fixture.method = METHOD;
    runAfter(RestartCause.REBOOT);

    assertThat(seen).isEmpty();
    assertThat(fixture.heard)
        .containsExactly(
            JobOutcome.failed(
                "INTERRUPTED",
                "the device restarted, and no @AfterRestart method for 'x' can go on"),
            THREAD_ENDED);
  }
}

package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of executions that the process before this one has not ended. */
class LeftoverTest {
  private static final String TOKEN = "agent-0";
  private static final JournalEntry CUT_OFF = TestJobs.cutOff("job-1", TOKEN);
  private static final JournalState PREPARING = new JournalState.Preparing();

  private final List<String> started = new ArrayList<>();

  private static HandlerMethod method(OnInterrupt rule) {
    return Handlers.method("x", null)
        .withPolicy(HandlerPolicy.unset().withOnInterrupt(rule))
        .withAfterRestart(String.class, "X.resume(String)")
        .withOnCancelled(String.class, "X.undo(String)");
  }

  private EngineFixture startedWith(OnInterrupt rule, JournalEntry left) {
    EngineFixture fixture = EngineFixture.with().methods(method(rule)).notConnected();
    fixture.handler =
        invocation -> {
          started.add(
              "handler "
                  + invocation.context().attempt()
                  + " "
                  + invocation.context().restartCause());
          return JobResult.succeeded();
        };
    fixture.afterRestart =
        invocation -> {
          started.add(
              "resume "
                  + invocation.context().attempt()
                  + " "
                  + invocation.context().restartCause()
                  + " "
                  + invocation.checkpoint(String.class));
          return JobResult.succeeded();
        };
    fixture.onCancelled =
        invocation -> {
          started.add("undo " + invocation.checkpoint(String.class));
          return null;
        };
    fixture.recover(left);
    fixture.service.connect();
    return fixture;
  }

  /** The service has the execution as this device has left it. */
  private EngineFixture found(OnInterrupt rule, JournalEntry left) {
    EngineFixture fixture = startedWith(rule, left);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);
    return fixture;
  }

  private static void goOn(EngineFixture fixture) {
    fixture.service.accept();
    fixture.runHandlerApart();
    fixture.service.accept();
  }

  @Test
  void aHandlerThatMayNotBeRunTwiceFails() {
    EngineFixture fixture = found(OnInterrupt.FAIL, CUT_OFF);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
    assertThat(fixture.service.lastUpdate().expectedVersion()).isEqualTo(3);
    assertThat(started).isEmpty();
  }

  @Test
  void aHandlerThatMayBeRunTwiceIsRunAgain() {
    EngineFixture fixture = found(OnInterrupt.RERUN, CUT_OFF.withCheckpoint("\"half\""));
    assertThat(fixture.journal.last())
        .extracting(JournalEntry::attempt, JournalEntry::state, JournalEntry::agentToken)
        .containsExactly(2, new JournalState.Running(false), TOKEN);
    goOn(fixture);

    assertThat(started).containsExactly("handler 2 INTERRUPTION");
    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED");
    assertThat(fixture.service.lastUpdate().detail("agentToken")).isEqualTo(TOKEN);
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void resumingGoesOnFromTheCheckpoint() {
    EngineFixture fixture = found(OnInterrupt.RESUME, CUT_OFF.withCheckpoint("\"half\""));
    goOn(fixture);

    assertThat(started).containsExactly("resume 2 INTERRUPTION half");
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void resumingWithoutACheckpointRunsTheHandlerAgain() {
    goOn(found(OnInterrupt.RESUME, CUT_OFF));

    assertThat(started).containsExactly("handler 2 INTERRUPTION");
  }

  @Test
  void whatWasCutOffAfterARestartIsWhatIsRunAgain() {
    goOn(
        found(
            OnInterrupt.RERUN,
            CUT_OFF.withCheckpoint("\"half\"").in(2, new JournalState.Running(true))));

    assertThat(started).containsExactly("resume 2 INTERRUPTION half");
  }

  @Test
  void aCrashLoopEnds() {
    JournalState running = new JournalState.Running(false);
    JournalEntry third = CUT_OFF.nextAttempt(2, running).nextAttempt(2, running);
    EngineFixture fixture = found(OnInterrupt.RERUN, third);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED ATTEMPTS_EXHAUSTED");
    assertThat(started).isEmpty();
  }

  @Test
  void attemptsThatEndedAsWasAskedForDoNotCount() {
    JournalState running = new JournalState.Running(false);
    JournalEntry third = CUT_OFF.nextAttempt(2, running).nextAttempt(2, running).free();
    goOn(found(OnInterrupt.RERUN, third));

    assertThat(started).containsExactly("handler 4 INTERRUPTION");
  }

  @Test
  void anExecutionThatTheServiceHasStillQueuedWasNeverBegunAndBeginsAnew() {
    EngineFixture fixture = startedWith(OnInterrupt.FAIL, CUT_OFF);
    fixture.service.describe("job-1", JobStatus.QUEUED, 1, "");
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(fixture.service.updates()).isEmpty();

    fixture.service.bring("job-1");
    goOn(fixture);
    assertThat(started).containsExactly("handler 1 NONE");
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void anExecutionOfAnotherAgentIsLeftToIt() {
    EngineFixture fixture = startedWith(OnInterrupt.RERUN, CUT_OFF);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 5, "somebody-else");

    assertThat(fixture.service.updates()).isEmpty();
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(started).isEmpty();
  }

  @Test
  void anExecutionThatWasCancelledMeanwhileIsPutRight() {
    EngineFixture fixture = startedWith(OnInterrupt.RERUN, CUT_OFF.withCheckpoint("\"half\""));
    fixture.service.refuseDescription("job-1", "TerminalStateReached");
    fixture.service.bring("job-2");
    assertThat(fixture.service.updates()).as("one writer").isEmpty();

    fixture.runHandlerApart();
    assertThat(started).containsExactly("undo half");
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(fixture.service.updatesInShort()).containsExactly("job-2 IN_PROGRESS");
  }

  @Test
  void anExecutionThatWasDeletedBeforeItsHandlerBeganIsForgotten() {
    EngineFixture fixture = startedWith(OnInterrupt.RERUN, CUT_OFF.in(2, PREPARING));
    fixture.service.refuseDescription("job-1", "ResourceNotFound");

    assertThat(started).isEmpty();
    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void anEndedExecutionThatIsGoneIsForgottenWithoutBeingPutRight() {
    JournalEntry ended = CUT_OFF.in(2, new JournalState.Ended(JobStatus.SUCCEEDED, Map.of()));
    EngineFixture fixture = startedWith(OnInterrupt.RERUN, ended);
    fixture.service.refuseDescription("job-1", "ResourceNotFound");

    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).containsExactly(ended);
  }

  @Test
  void aRejectionThatWasNotAcceptedIsReportedFromQueued() {
    JournalEntry rejected =
        JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, null, TOKEN, 1)
            .in(1, new JournalState.Ended(JobStatus.REJECTED, Map.of("agentToken", TOKEN)));
    EngineFixture fixture = startedWith(OnInterrupt.FAIL, rejected);
    fixture.service.describe("job-1", JobStatus.QUEUED, 1, "");

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 REJECTED");
    fixture.service.accept();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void aDownloadThatWasCutOffIsNoInterruptionOfItsHandler() {
    goOn(found(OnInterrupt.FAIL, CUT_OFF.in(2, PREPARING)));

    assertThat(started).containsExactly("handler 2 INTERRUPTION");
  }

  @Test
  void aHandlerThatIsNoLongerThereFails() {
    JournalEntry other =
        JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, "removed", TOKEN, 2)
            .in(2, new JournalState.Running(false));
    EngineFixture fixture = found(OnInterrupt.RERUN, other);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
  }

  @Test
  void aWaitIsCountedAnewAndTheServicesTimerWithIt() {
    Duration delay = Duration.ofMinutes(10);
    EngineFixture fixture =
        found(OnInterrupt.FAIL, CUT_OFF.in(2, new JournalState.Waiting(delay, false)));
    assertThat(fixture.service.lastUpdate().stepTimeoutInMinutes()).isEqualTo(22);
    fixture.service.accept();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    fixture.advance(delay.minusNanos(1));
    assertThat(fixture.threads.held()).isZero();

    fixture.advance(Duration.ofNanos(1));
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    goOn(fixture);
    assertThat(started).containsExactly("handler 2 NONE");
  }

  @Test
  void aWaitThatTheServiceWouldNotOutliveEnds() {
    Duration delay = Duration.ofMinutes(10);
    EngineFixture fixture =
        found(OnInterrupt.FAIL, CUT_OFF.in(2, new JournalState.Waiting(delay, false)));
    fixture.service.accept();
    fixture.service.describe(
        "job-1", JobStatus.IN_PROGRESS, 4, TOKEN, "\"approximateSecondsBeforeTimedOut\":60,");

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 FAILED RETRY_TOO_LATE");
    fixture.service.accept();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void whatTheAgentHasCutOffItselfGoesOnAtOnce() {
    goOn(
        found(
            OnInterrupt.RESUME,
            CUT_OFF
                .withCheckpoint("\"half\"")
                .in(2, new JournalState.Waiting(Duration.ZERO, false))
                .free()));

    assertThat(started).containsExactly("resume 2 INTERRUPTION half");
  }

  @Test
  void isAskedForAgainUntilTheServiceSays() {
    EngineFixture fixture = startedWith(OnInterrupt.FAIL, CUT_OFF);
    fixture.service.refuseDescription("job-1", "InternalError");
    fixture.advance(Inquiries.NEXT_TRY);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
  }

  @Test
  void whatCannotBeReadIsNotBegun() {
    EngineFixture fixture = EngineFixture.with().notConnected();
    fixture.journal.unreadable.add(
        new JournalContents.Unreadable("job-1", 1, TestJobs.QUEUED_AT, "written by version 3"));
    fixture.recover();
    fixture.service.connect();
    fixture.service.bring("job-1");
    fixture.service.bring("job-2");

    assertThat(fixture.service.updatesInShort()).containsExactly("job-2 IN_PROGRESS");
  }

  @Test
  void twoThatGoOnDoSoOneAfterTheOther() {
    EngineFixture fixture =
        EngineFixture.with()
            .methods(
                method(OnInterrupt.RERUN),
                Handlers.method("y", null)
                    .withPolicy(HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RERUN)))
            .notConnected();
    JournalEntry second =
        JournalEntry.first("job-2", 1, TestJobs.QUEUED_AT, "y", TOKEN, 2)
            .in(2, new JournalState.Running(false));
    fixture.recover(CUT_OFF, second);
    fixture.service.connect();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);
    assertThat(fixture.service.updates()).as("held until all are known").isEmpty();
    fixture.service.describe("job-2", JobStatus.IN_PROGRESS, 3, TOKEN, "", "y");
    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");

    goOn(fixture);
    goOn(fixture);
    assertThat(fixture.handled).containsExactly("job-1", "job-2");
  }
}

package io.jobhandler.internal.pipeline;

import static io.jobhandler.internal.pipeline.Leftovers.CUT_OFF;
import static io.jobhandler.internal.pipeline.Leftovers.PREPARING;
import static io.jobhandler.internal.pipeline.Leftovers.REMOVED;
import static io.jobhandler.internal.pipeline.Leftovers.TOKEN;
import static io.jobhandler.internal.pipeline.Leftovers.goOn;
import static io.jobhandler.internal.pipeline.Leftovers.method;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How executions go on that the process before this one has not ended. */
class LeftoverTest {
  private final Leftovers left = new Leftovers();

  @Test
  void aHandlerThatMayNotBeRunTwiceFails() {
    EngineFixture fixture = left.found(OnInterrupt.FAIL, CUT_OFF);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
    assertThat(fixture.service.lastUpdate().expectedVersion()).isEqualTo(3);
    assertThat(left.started).isEmpty();
  }

  @Test
  void aHandlerThatMayBeRunTwiceIsRunAgain() {
    EngineFixture fixture = left.found(OnInterrupt.RERUN, CUT_OFF.withCheckpoint("\"half\""));
    assertThat(fixture.journal.last())
        .extracting(JournalEntry::attempt, JournalEntry::state, JournalEntry::agentToken)
        .containsExactly(2, new JournalState.Running(false), TOKEN);
    goOn(fixture);

    assertThat(left.started).containsExactly("handler 2 INTERRUPTION");
    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED");
    assertThat(fixture.service.lastUpdate().detail("agentToken")).isEqualTo(TOKEN);
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void resumingGoesOnFromTheCheckpoint() {
    EngineFixture fixture = left.found(OnInterrupt.RESUME, CUT_OFF.withCheckpoint("\"half\""));
    goOn(fixture);

    assertThat(left.started).containsExactly("resume 2 INTERRUPTION half");
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void resumingWithoutACheckpointRunsTheHandlerAgain() {
    goOn(left.found(OnInterrupt.RESUME, CUT_OFF));

    assertThat(left.started).containsExactly("handler 2 INTERRUPTION");
  }

  @Test
  void whatWasCutOffAfterARestartIsWhatIsRunAgain() {
    goOn(
        left.found(
            OnInterrupt.RERUN,
            CUT_OFF.withCheckpoint("\"half\"").in(2, new JournalState.Running(true))));

    assertThat(left.started).containsExactly("resume 2 INTERRUPTION half");
  }

  @Test
  void aCrashLoopEnds() {
    JournalState running = new JournalState.Running(false);
    JournalEntry third = CUT_OFF.nextAttempt(2, running).nextAttempt(2, running);
    EngineFixture fixture = left.found(OnInterrupt.RERUN, third);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED ATTEMPTS_EXHAUSTED");
    assertThat(left.started).isEmpty();
  }

  @Test
  void attemptsThatEndedAsWasAskedForDoNotCount() {
    JournalState running = new JournalState.Running(false);
    JournalEntry third = CUT_OFF.nextAttempt(2, running).nextAttempt(2, running).free();
    goOn(left.found(OnInterrupt.RERUN, third));

    assertThat(left.started).containsExactly("handler 4 INTERRUPTION");
  }

  @Test
  void anExecutionThatTheServiceHasStillQueuedWasNeverBegunAndBeginsAnew() {
    EngineFixture fixture = left.startedWith(OnInterrupt.FAIL, CUT_OFF);
    fixture.service.describe("job-1", JobStatus.QUEUED, 1, "");
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(fixture.service.updates()).isEmpty();

    fixture.service.bring("job-1");
    goOn(fixture);
    assertThat(left.started).containsExactly("handler 1 NONE");
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void anEndOfAnOperationThatIsNotKnownHoldsNoOther() {
    JournalEntry rejected =
        JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, null, TOKEN, 1)
            .in(1, new JournalState.Ended(JobStatus.REJECTED, Map.of("agentToken", TOKEN)));
    EngineFixture fixture = left.startedWith(OnInterrupt.FAIL, rejected);
    fixture.service.describe("job-1", JobStatus.QUEUED, 1, "");
    fixture.service.bring("job-2");

    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 REJECTED", "job-2 IN_PROGRESS");
  }

  @Test
  void anExecutionOfAnUnknownOperationThatWasCutOffFails() {
    JournalEntry unknown =
        JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, null, TOKEN, 2)
            .in(2, new JournalState.Running(false));
    EngineFixture fixture = left.found(OnInterrupt.RERUN, unknown);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
  }

  @Test
  void aRejectionThatWasNotAcceptedIsReportedFromQueued() {
    JournalEntry rejected =
        JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, null, TOKEN, 1)
            .in(1, new JournalState.Ended(JobStatus.REJECTED, Map.of("agentToken", TOKEN)));
    EngineFixture fixture = left.startedWith(OnInterrupt.FAIL, rejected);
    fixture.service.describe("job-1", JobStatus.QUEUED, 1, "");

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 REJECTED");
    fixture.service.accept();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void aDownloadThatWasCutOffIsNoInterruptionOfItsHandler() {
    goOn(left.found(OnInterrupt.FAIL, CUT_OFF.in(2, PREPARING)));

    assertThat(left.started).containsExactly("handler 2 INTERRUPTION");
  }

  @Test
  void aHandlerThatIsNoLongerThereFails() {
    EngineFixture fixture = left.found(OnInterrupt.RERUN, REMOVED);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
  }

  @Test
  void aWaitIsCountedAnewAndTheServicesTimerWithIt() {
    Duration delay = Duration.ofMinutes(10);
    EngineFixture fixture =
        left.found(OnInterrupt.FAIL, CUT_OFF.in(2, new JournalState.Waiting(delay, false)));
    assertThat(fixture.service.lastUpdate().stepTimeoutInMinutes()).isEqualTo(22);
    fixture.service.accept();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    fixture.advance(delay.minusNanos(1));
    assertThat(fixture.threads.held()).isZero();

    fixture.advance(Duration.ofNanos(1));
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    goOn(fixture);
    assertThat(left.started).containsExactly("handler 2 NONE");
  }

  @Test
  void othersRunWhileOneWaits() {
    Duration delay = Duration.ofMinutes(10);
    EngineFixture fixture =
        left.found(OnInterrupt.FAIL, CUT_OFF.in(2, new JournalState.Waiting(delay, false)));
    fixture.service.accept();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    fixture.service.bring("job-2", Leftovers.OTHER);

    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-2 IN_PROGRESS");
  }

  @Test
  void aWaitThatTheServiceWouldNotOutliveEnds() {
    Duration delay = Duration.ofMinutes(10);
    EngineFixture fixture =
        left.found(OnInterrupt.FAIL, CUT_OFF.in(2, new JournalState.Waiting(delay, false)));
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
        left.found(
            OnInterrupt.RESUME,
            CUT_OFF
                .withCheckpoint("\"half\"")
                .in(2, new JournalState.Waiting(Duration.ZERO, false))
                .free()));

    assertThat(left.started).containsExactly("resume 2 INTERRUPTION half");
  }

  @Test
  void whatTheAgentHasCutOffAfterARestartGoesOnAfterIt() {
    goOn(
        left.found(
            OnInterrupt.RERUN,
            CUT_OFF
                .withCheckpoint("\"half\"")
                .in(2, new JournalState.Waiting(Duration.ZERO, true))
                .free()));

    assertThat(left.started).containsExactly("resume 2 INTERRUPTION half");
  }

  @Test
  void aWaitAfterARestartGoesOnAfterIt() {
    Duration delay = Duration.ofMinutes(10);
    EngineFixture fixture =
        left.found(
            OnInterrupt.RERUN,
            CUT_OFF.withCheckpoint("\"half\"").in(2, new JournalState.Waiting(delay, true)));
    fixture.service.accept();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    fixture.advance(delay);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 4, TOKEN);
    goOn(fixture);

    assertThat(left.started).containsExactly("resume 2 NONE half");
  }

  @Test
  void aDescriptionWithoutADocumentIsAskedForAgain() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF);
    fixture.service.describeWithoutDocument("job-1", TOKEN);
    assertThat(fixture.service.updates()).isEmpty();

    fixture.advance(Inquiries.NEXT_TRY);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);
    goOn(fixture);
    assertThat(left.started).containsExactly("handler 2 INTERRUPTION");
  }

  @Test
  void isAskedForAgainUntilTheServiceSays() {
    EngineFixture fixture = left.startedWith(OnInterrupt.FAIL, CUT_OFF);
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

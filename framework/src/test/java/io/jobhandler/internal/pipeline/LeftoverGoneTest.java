package io.jobhandler.internal.pipeline;

import static io.jobhandler.internal.pipeline.Leftovers.CUT_OFF;
import static io.jobhandler.internal.pipeline.Leftovers.PREPARING;
import static io.jobhandler.internal.pipeline.Leftovers.REMOVED;
import static io.jobhandler.internal.pipeline.Leftovers.TOKEN;
import static io.jobhandler.internal.pipeline.Leftovers.goOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Executions that the process before has not ended, and that are not its own any more. */
class LeftoverGoneTest {
  private static final Instant EARLIER = TestJobs.QUEUED_AT.minusSeconds(60);

  private static final JournalEntry OTHERS =
      JournalEntry.first("job-2", 1, TestJobs.QUEUED_AT, "y", TOKEN, 2)
          .in(2, new JournalState.Preparing());

  private final Leftovers left = new Leftovers();

  @Test
  void anExecutionOfAnotherAgentIsLeftToIt() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 5, "somebody-else");

    assertThat(fixture.service.updates()).isEmpty();
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(left.started).isEmpty();
  }

  @Test
  void anExecutionThatWasCancelledMeanwhileIsPutRight() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF.withCheckpoint("\"half\""));
    fixture.service.refuseDescription("job-1", "TerminalStateReached");
    fixture.service.bring("job-2");
    assertThat(fixture.service.updates()).as("one writer").isEmpty();

    fixture.runHandlerApart();
    assertThat(left.started).containsExactly("undo half");
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(fixture.service.updatesInShort()).containsExactly("job-2 IN_PROGRESS");
  }

  @Test
  void anExecutionThatWasDeletedBeforeItsHandlerBeganIsForgotten() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF.in(2, PREPARING));
    fixture.service.refuseDescription("job-1", "ResourceNotFound");

    assertThat(left.started).isEmpty();
    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void anExecutionThatWasDeletedBeforeItsSecondAttemptIsPutRight() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF.nextAttempt(2, PREPARING));
    fixture.service.refuseDescription("job-1", "ResourceNotFound");
    fixture.runHandlerApart();

    assertThat(left.started).containsExactly("undo null");
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void anExecutionThatIsGoneAndWhoseHandlerIsNoLongerThereIsForgotten() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, REMOVED);
    fixture.service.refuseDescription("job-1", "ResourceNotFound");

    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).containsExactly(REMOVED);
    fixture.service.bring("job-2");
    assertThat(fixture.service.updatesInShort()).containsExactly("job-2 IN_PROGRESS");
  }

  @Test
  void anExecutionThatIsStoredAsEndedIsGone() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF);
    fixture.service.describe("job-1", JobStatus.CANCELED, 4, TOKEN);
    fixture.runHandlerApart();

    assertThat(left.started).containsExactly("undo null");
    assertThat(fixture.service.updates()).isEmpty();
  }

  @Test
  void anotherExecutionOfItsNameIsNotTakenForIt() {
    EngineFixture fixture =
        left.startedWith(OnInterrupt.RERUN, TestJobs.cutOff("job-1", TOKEN, EARLIER));
    fixture.service.describe("job-1", JobStatus.QUEUED, 1, "");
    fixture.runHandlerApart();

    assertThat(left.started).containsExactly("undo null");
  }

  @Test
  void anEndedExecutionThatIsGoneIsForgottenWithoutBeingPutRight() {
    JournalEntry ended = CUT_OFF.in(2, new JournalState.Ended(JobStatus.SUCCEEDED, Map.of()));
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, ended);
    fixture.service.refuseDescription("job-1", "ResourceNotFound");

    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).containsExactly(ended);
  }

  @Test
  void theEndOfASecondAttemptThatIsGoneIsForgottenWithoutBeingPutRight() {
    JournalEntry ended =
        CUT_OFF.nextAttempt(2, new JournalState.Ended(JobStatus.SUCCEEDED, Map.of()));
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, ended);
    fixture.service.refuseDescription("job-1", "ResourceNotFound");

    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).containsExactly(ended);
  }

  @Test
  void anExecutionThatTheServiceHasNothingOfIsGone() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF.in(2, PREPARING));
    fixture.service.describeNothing("job-1");

    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void noOtherJobBeginsUntilTheDeviceIsPutRight() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF.withCheckpoint("\"half\""));
    fixture.service.refuseDescription("job-1", "TerminalStateReached");
    fixture.service.bring("job-2", Leftovers.OTHER);
    assertThat(fixture.service.updates()).isEmpty();

    fixture.runHandlerApart();
    assertThat(left.started).containsExactly("undo half");
    assertThat(fixture.service.updatesInShort()).containsExactly("job-2 IN_PROGRESS");
  }

  @Test
  void oneThatIsCancelledBeforeItsTurnIsPutRight() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF, OTHERS);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);
    fixture.service.describe("job-2", JobStatus.IN_PROGRESS, 3, TOKEN, "", "y");
    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");

    fixture.service.list(List.of("job-1"));
    fixture.service.refuseDescription("job-2", "TerminalStateReached");
    fixture.service.refuseDescription("job-2", "TerminalStateReached");
    assertThat(fixture.journal.removed).containsExactly(OTHERS);
    goOn(fixture);
    assertThat(left.started).containsExactly("handler 2 INTERRUPTION");
  }

  @Test
  void oneThatIsCancelledAsItGoesOnIsPutRight() {
    EngineFixture fixture = left.startedWith(OnInterrupt.RERUN, CUT_OFF.withCheckpoint("\"half\""));
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);
    fixture.service.refuse("TerminalStateReached");
    fixture.advance(Duration.ofSeconds(5));
    fixture.service.refuseDescription("job-1", "TerminalStateReached");
    fixture.runHandlerApart();

    assertThat(left.started).containsExactly("undo half");
    assertThat(fixture.journal.removed).hasSize(1);
  }
}

package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of the jobs that the process before this one has left in the journal. */
class EngineRecoveryTest {
  private static final JournalEntry BEGUN = TestJobs.cutOff("job-1", "agent-0");
  private static final JournalEntry ENDED =
      BEGUN.in(
          3,
          new JournalState.Ended(
              JobStatus.SUCCEEDED, Map.of("agentToken", "agent-0", "version", "7")));

  private final EngineFixture fixture = new EngineFixture();
  private final ScriptedService service = fixture.service;
  private final FailingJournal journal = fixture.journal;

  @Test
  @DisplayName("Edge case 11: the process ends before its report was acknowledged")
  void reportsAnOutcomeThatWasNotAccepted() {
    assertThat(fixture.recover(ENDED)).isCompleted();
    assertThat(service.updates()).isEmpty();

    service.connect();
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, "agent-0");
    assertThat(service.updatesInShort()).containsExactly("job-1 SUCCEEDED");
    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(3);
    assertThat(service.lastUpdate().detail("version")).isEqualTo("7");
    assertThat(journal.stored).isEmpty();
    assertThat(journal.removed).isEmpty();

    service.accept();
    assertThat(journal.removed).containsExactly(ENDED);
  }

  @Test
  void anOutcomeThatWasAcceptedWithoutOurKnowingIsForgotten() {
    fixture.recover(ENDED);
    service.connect();
    service.refuseDescription("job-1", "TerminalStateReached");

    assertThat(service.updates()).isEmpty();
    assertThat(journal.removed).containsExactly(ENDED);
  }

  @Test
  void endsAnAttemptThatDidNotEnd() {
    fixture.recover(BEGUN);
    service.connect();
    service.describe("job-1", JobStatus.IN_PROGRESS, 2, "agent-0");

    assertThat(journal.stored)
        .singleElement()
        .extracting(JournalEntry::state)
        .isInstanceOf(JournalState.Ended.class);
    assertThat(service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(2);
    assertThat(service.lastUpdate().detail("agentToken")).isEqualTo("agent-0");

    service.accept();
    assertThat(journal.removed).hasSize(1);
  }

  @Test
  void aRecoveredEndDoesNotKeepTheNextJobWaiting() {
    fixture.recover(ENDED);
    service.connect();
    service.bring("job-2");
    assertThat(service.updates()).isEmpty();

    service.describe("job-1", JobStatus.IN_PROGRESS, 3, "agent-0");
    assertThat(service.updatesInShort()).containsExactly("job-1 SUCCEEDED", "job-2 IN_PROGRESS");
  }

  @Test
  void anEmptyJournalReportsNothing() {
    assertThat(fixture.recover()).isCompleted();
    service.connect();

    assertThat(service.updates()).isEmpty();
  }

  @Test
  void failsWhereTheJournalCannotBeRead() {
    journal.failing = true;

    assertThat(fixture.recover())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IOException.class);
  }
}

package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What becomes of the jobs that the process before this one has left in the journal. */
class EngineRecoveryTest {
  private static final JournalEntry BEGUN =
      new JournalEntry("job-1", 1, TestJobs.QUEUED_AT, 1, 2, "agent-0", null);
  private static final JournalEntry ENDED =
      BEGUN.ended(
          3,
          new JournalEntry.Outcome(
              JobStatus.SUCCEEDED, Map.of("agentToken", "agent-0", "version", "7")));

  private final EngineFixture fixture = new EngineFixture();
  private final ScriptedService service = fixture.service;
  private final FailingJournal journal = fixture.journal;

  @Test
  void reportsAnOutcomeThatWasNotAccepted() {
    assertThat(fixture.recover(ENDED)).isCompleted();
    assertThat(service.updates()).isEmpty();

    service.connect();
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
    service.refuse("InvalidStateTransition", JobStatus.SUCCEEDED, 4, "agent-0");

    assertThat(service.updates()).hasSize(1);
    assertThat(journal.removed).containsExactly(ENDED);
  }

  @Test
  void endsAnAttemptThatDidNotEnd() {
    fixture.recover(BEGUN);
    assertThat(journal.stored)
        .singleElement()
        .extracting(JournalEntry::outcome)
        .isNotNull()
        .extracting(JournalEntry.Outcome::status)
        .isEqualTo(JobStatus.FAILED);

    service.connect();
    assertThat(service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(2);
    assertThat(service.lastUpdate().detail("agentToken")).isEqualTo("agent-0");

    service.accept();
    assertThat(journal.removed).hasSize(1);
  }

  @Test
  void aRecoveredJobDoesNotKeepTheNextOneWaiting() {
    fixture.recover(ENDED);
    service.connect();
    service.bring("job-2");

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

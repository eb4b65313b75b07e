package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A job's way through all stages, and when the next one begins. */
class EngineTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;
  private final FailingJournal journal = fixture.journal;

  @Test
  void asksForTheListAsSoonAsItIsConnected() {
    assertThat(service.listsAsked()).isEqualTo(1);
  }

  @Test
  void asksForTheExecutionBeforeTheHandlerRuns() {
    service.bring("job-1");

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(1);
    assertThat(service.lastUpdate().detail("agentToken")).isEqualTo(EngineFixture.TOKEN);
    assertThat(journal.stored)
        .extracting(JournalEntry::state)
        .containsExactly(new JournalState.Running(false));
    assertThat(fixture.threads.held()).isZero();

    service.accept();
    assertThat(fixture.threads.held()).isEqualTo(1);
  }

  @Test
  void reportsWhatTheHandlerReturns() {
    fixture.handler = invocation -> JobResult.succeeded(Map.of("version", "7"));
    fixture.admitted("job-1").runHandler();

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED");
    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(2);
    assertThat(service.lastUpdate().detail("version")).isEqualTo("7");
    assertThat(journal.removed).isEmpty();

    service.accept();
    assertThat(journal.removed).hasSize(1);
  }

  @Test
  void reportsWhatTheHandlerThrows() {
    fixture.handler =
        invocation -> {
          throw new JobRejectedException("BATTERY_LOW", "12 %");
        };
    fixture.admitted("job-1").runHandler();

    assertThat(service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 REJECTED BATTERY_LOW");
  }

  @Test
  void theNextJobWaitsForTheReport() {
    fixture.admitted("job-1").runHandler();
    service.bring("job-2");
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED");

    service.accept();
    assertThat(service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED", "job-2 IN_PROGRESS");
  }

  @Test
  void theNextJobWaitsForTheThread() {
    fixture.admitted("job-1");
    fixture.advance(EngineFixture.STEP_TIMEOUT.plus(EngineFixture.GRACE));
    assertThat(service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 FAILED STEP_TIMEOUT");
    service.accept();
    service.bring("job-2");
    assertThat(service.updates()).hasSize(2);

    fixture.runHandler();
    assertThat(service.lastUpdate()).hasToString("job-2 IN_PROGRESS");
  }

  @Test
  void asksWhatIsNextWhereNothingComesAfterAnEnd() {
    fixture.admitted("job-1").runHandler();
    service.accept();
    fixture.advance(EngineFixture.PATIENCE);

    assertThat(service.listsAsked()).isEqualTo(2);
  }

  @Test
  void reportsAsSoonAsTheConnectionIsBack() {
    fixture.admitted("job-1");
    service.disconnect();
    fixture.runHandler();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");

    service.connect();
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void aReportWhoseAnswerWasLostIsKnownAgain() {
    fixture.admitted("job-1").runHandler();
    service.refuse("InvalidStateTransition", JobStatus.SUCCEEDED, 3, EngineFixture.TOKEN);

    assertThat(service.updates()).hasSize(2);
    assertThat(journal.removed).hasSize(1);
  }
}

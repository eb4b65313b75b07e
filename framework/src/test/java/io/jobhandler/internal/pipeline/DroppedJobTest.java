package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that cannot be begun, and ends that cannot be stored. */
class DroppedJobTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;
  private final FailingJournal journal = fixture.journal;

  @Test
  void aJobThatAnotherAgentHasBegunIsLeftAlone() {
    service.bring("theirs");
    service.refuse("VersionMismatch", JobStatus.IN_PROGRESS, 2, "agent-2");

    assertThat(fixture.threads.held()).isZero();
    assertThat(journal.removed).hasSize(1);
    assertThat(service.updates()).hasSize(1);
    service.bring("ours");
    assertThat(service.lastUpdate()).hasToString("ours IN_PROGRESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResourceNotFound", "TerminalStateReached", "InvalidRequest"})
  void aJobThatTheServiceDoesNotLetUsBeginIsForgotten(String code) {
    service.bring("job-1");
    service.refuse(code);

    assertThat(fixture.threads.held()).isZero();
    assertThat(journal.removed).hasSize(1);
    fixture.advance(EngineFixture.PATIENCE);
    assertThat(service.listsAsked()).isEqualTo(2);
  }

  @Test
  void aJobWhoseAttemptCannotBeStoredIsNotBegun() {
    journal.failing = true;
    service.bring("job-1");

    assertThat(service.updates()).isEmpty();
    assertThat(fixture.threads.held()).isZero();
  }

  @Test
  void aJobWhoseAttemptCouldNotBeStoredIsAskedForAgain() {
    journal.failing = true;
    service.bring("job-1");
    journal.failing = false;
    fixture.advance(EngineFixture.PATIENCE);
    service.answerList("job-1");

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void anEndThatCannotBeStoredIsNotReportedUntilItCan() {
    fixture.admitted("job-1");
    journal.failing = true;
    fixture.runHandler();
    fixture.advance(Duration.ofMinutes(1));
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");

    journal.failing = false;
    fixture.advance(Duration.ofSeconds(5));
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }
}

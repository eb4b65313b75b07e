package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.jobs.JobStatus;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a handler reports on its way, and what the answers to that say of the job. */
class JobRunProgressTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;

  /** Runs a job whose handler does this. */
  private void run(Consumer<ProgressReporter> reports) {
    fixture.handler =
        invocation -> {
          reports.accept(invocation.progress());
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();
  }

  private void report(ProgressReporter progress, int percent, String step) {
    progress.report(percent, step);
    fixture.time.runDue();
  }

  @Test
  void goesOutWhileTheHandlerRuns() {
    run(
        progress -> {
          report(progress, 40, "writing");
          assertThat(service.lastUpdate()).hasToString("job-1 IN_PROGRESS");
          assertThat(service.lastUpdate().detail("progress")).isEqualTo("40 writing");
          assertThat(service.lastUpdate().detail("agentToken")).isEqualTo(EngineFixture.TOKEN);
          assertThat(service.lastUpdate().expectedVersion()).isEqualTo(2);
          service.accept();
        });

    assertThat(service.lastUpdate().expectedVersion()).isEqualTo(3);
    assertThat(service.described()).isEmpty();
  }

  @Test
  void whatCameLastGoesWithTheEnd() {
    run(
        progress -> {
          report(progress, 40, "writing");
          service.accept();
          progress.report(41);
        });

    assertThat(service.updates()).hasSize(3);
    assertThat(service.lastUpdate().detail("progress")).isEqualTo("41 writing");
  }

  @Test
  void isLeftOutWhileAnotherIsUnderWay() {
    run(
        progress -> {
          report(progress, 40, "writing");
          report(progress, 60, "writing");
          service.accept();
          assertThat(service.updates()).hasSize(2);
        });

    assertThat(service.lastUpdate().detail("progress")).isEqualTo("60 writing");
  }

  @Test
  void theEndWaitsForTheProgressThatIsUnderWay() {
    run(progress -> report(progress, 40, "writing"));
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS");

    service.accept();
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void aRefusalBecauseTheJobIsGoneIsAReasonToAskAboutIt() {
    run(
        progress -> {
          report(progress, 40, "writing");
          service.refuse("InvalidStateTransition", JobStatus.CANCELED, 3, EngineFixture.TOKEN);
          assertThat(service.described()).containsExactly("job-1");
          service.refuseDescription("TerminalStateReached");
        });

    assertThat(service.updates()).hasSize(2);
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void aRefusalBecauseAnotherHasTheJobIsAReasonToAskAboutIt() {
    run(
        progress -> {
          report(progress, 40, "writing");
          service.refuse("VersionMismatch", JobStatus.IN_PROGRESS, 3, "agent-2");
        });

    assertThat(service.described()).containsExactly("job-1");
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void aRefusalForAnotherReasonIsNone() {
    run(
        progress -> {
          report(progress, 40, "writing");
          service.refuse("InvalidRequest");
        });

    assertThat(service.described()).isEmpty();
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }
}

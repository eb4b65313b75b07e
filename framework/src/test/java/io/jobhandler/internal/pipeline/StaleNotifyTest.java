package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.jobs.JobStatus;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notifications that are repeated or late while a handler runs: they change nothing. */
class StaleNotifyTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;

  /** Has the handler of the job run, and notifications come meanwhile. */
  private void whileTheHandlerRuns(Runnable notifications) {
    fixture.handler =
        invocation -> {
          notifications.run();
          assertThat(invocation.context().isCancelled()).isFalse();
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();
    service.accept();
    fixture.advance(EngineFixture.PATIENCE);
  }

  private void assertRanOnce() {
    assertThat(fixture.handled).containsExactly("job-1");
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED");
  }

  @Test
  @DisplayName("Edge case 5: a notification that still names the running job is no cancellation")
  void theSameHeadAgainChangesNothing() {
    whileTheHandlerRuns(
        () -> {
          service.bring("job-1");
          service.bring("job-1");
        });

    assertRanOnce();
    assertThat(service.described()).isEmpty();
  }

  @Test
  @DisplayName("Edge case 6: the document differs in its URL each time it is delivered")
  void theSameExecutionWithAnotherDocumentChangesNothing() {
    whileTheHandlerRuns(
        () -> service.bring("job-1", "{\"operation\":\"x\",\"url\":\"https://s3/f?Signature=2\"}"));

    assertRanOnce();
  }

  @Test
  void aListThatHasTheRunningJobQueuedChangesNothing() {
    whileTheHandlerRuns(
        () -> {
          service.list("job-1");
          service.list(List.of("job-1"));
        });

    assertRanOnce();
    assertThat(service.described()).isEmpty();
  }

  @Test
  void aListFromBeforeTheJobIsAskedAboutAndInterruptsNothing() {
    whileTheHandlerRuns(
        () -> {
          service.list();
          service.describe("job-1", JobStatus.IN_PROGRESS, 2, EngineFixture.TOKEN);
        });

    assertRanOnce();
    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void aHintWithoutAnAnswerInterruptsNothing() {
    whileTheHandlerRuns(service::list);

    assertRanOnce();
    assertThat(service.described()).contains("job-1");
  }

  @Test
  void whatComesAfterTheEndDoesNotRunTheJobAgain() {
    whileTheHandlerRuns(() -> {});
    service.bring("job-1");
    service.list("job-1");
    fixture.advance(EngineFixture.PATIENCE);
    service.answerList();

    assertRanOnce();
  }
}

package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.spi.HandlerMethod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done of a job that was cancelled while its handler ran. */
class JobCancelledTest {
  private static final HandlerMethod METHOD =
      Handlers.method("x", null).withOnCancelled(String.class, "X.undo(String)");

  private final EngineFixture fixture = EngineFixture.with().methods(METHOD).connected();
  private final ScriptedService service = fixture.service;
  private final List<String> undone = new ArrayList<>();

  JobCancelledTest() {
    fixture.onCancelled =
        invocation -> {
          undone.add(invocation.context().jobId() + " from " + invocation.checkpoint(String.class));
          return null;
        };
  }

  private void cancel() {
    service.list();
    service.refuseDescription("TerminalStateReached");
  }

  private void cancelWhileTheHandlerRuns() {
    fixture.handler =
        invocation -> {
          cancel();
          throw new InterruptedException();
        };
    fixture.admitted("job-1").runHandler();
  }

  @Test
  void itsMethodIsCalledWhenTheHandlersThreadHasEnded() {
    cancelWhileTheHandlerRuns();
    assertThat(undone).isEmpty();
    fixture.runHandler();

    assertThat(undone).containsExactly("job-1 from null");
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void theNextJobWaitsForItsMethod() {
    cancelWhileTheHandlerRuns();
    service.bring("job-2");
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");

    fixture.runHandler();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-2 IN_PROGRESS");
  }

  @Test
  void theJournalKeepsItUntilItsMethodHasEnded() {
    cancelWhileTheHandlerRuns();
    assertThat(fixture.journal.removed).isEmpty();

    fixture.runHandler();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void aMethodThatFailsKeepsNoJobFromBeginning() {
    fixture.onCancelled =
        invocation -> {
          throw new IllegalStateException("no");
        };
    cancelWhileTheHandlerRuns();
    service.bring("job-2");
    fixture.runHandler();

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-2 IN_PROGRESS");
  }

  @Test
  void itsMethodIsNotCalledWhereTheHandlerNeverBegan() {
    service.bring("job-1");
    cancel();
    service.accept();

    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void itsMethodIsNotCalledWhereTheHandlerHadEnded() {
    fixture.handler = invocation -> JobResult.succeeded();
    fixture.admitted("job-1").runHandler();
    service.refuse("TerminalStateReached");

    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void aMethodThatIgnoresItsInterruptionHoldsTheQueue() {
    cancelWhileTheHandlerRuns();
    fixture.onCancelled =
        invocation -> {
          fixture.advance(EngineFixture.STEP_TIMEOUT.plus(EngineFixture.GRACE));
          service.bring("job-2");
          assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
          return null;
        };
    fixture.runHandler();

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-2 IN_PROGRESS");
  }
}

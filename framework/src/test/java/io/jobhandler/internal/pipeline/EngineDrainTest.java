package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How an engine comes to rest. */
class EngineDrainTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;

  @Test
  void isIdleAtOnceWhereNothingRuns() {
    assertThat(fixture.engine.drain()).isCompleted();
  }

  @Test
  void beginsNoMoreJobs() {
    fixture.engine.drain();
    service.bring("job-1");
    service.list("job-1");
    fixture.advance(EngineFixture.PATIENCE);

    assertThat(service.updates()).isEmpty();
    assertThat(service.described()).isEmpty();
  }

  @Test
  @DisplayName("Edge case 26: the agent ends: handlers do not see it, acknowledgements are lost")
  void isIdleWhenTheEndOfTheRunningJobIsReported() {
    fixture.admitted("job-1");
    CompletableFuture<Void> idle = fixture.engine.drain();
    service.bring("job-2");
    fixture.runHandler();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 SUCCEEDED");
    assertThat(idle).isNotDone();

    service.accept();
    assertThat(idle).isCompleted();
    assertThat(service.updates()).hasSize(2);
  }

  @Test
  void isIdleOnlyOnce() {
    fixture.admitted("job-1");
    CompletableFuture<Void> idle = fixture.engine.drain();

    assertThat(fixture.engine.drain()).isSameAs(idle);
    fixture.runHandler();
    service.accept();
    assertThat(idle).isCompleted();
  }

  @Test
  void aJobThatWasAskedForAlreadyIsLeftToTheNextStart() {
    service.bring("job-1");
    CompletableFuture<Void> idle = fixture.engine.drain();
    service.accept();

    assertThat(idle).isCompleted();
    assertThat(fixture.handled).isEmpty();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(fixture.journal.last().state()).isEqualTo(new JournalState.Preparing());
    assertThat(fixture.journal.last().countedAttempts()).isZero();
    assertThat(fixture.journal.removed).isEmpty();
  }

  @Test
  void waitsForWhatTheProcessBeforeHasLeft() {
    EngineFixture restarted = new EngineFixture();
    restarted.recover(TestJobs.cutOff("job-1", "agent-0"));
    restarted.service.connect();
    CompletableFuture<Void> idle = restarted.engine.drain();
    assertThat(idle).isNotDone();

    restarted.service.describe("job-1", JobStatus.IN_PROGRESS, 2, "agent-0");
    assertThat(idle).isNotDone();

    restarted.service.accept();
    assertThat(idle).isCompleted();
  }

  @Test
  void anInterruptedHandlerIsReported() {
    fixture.handler =
        invocation -> {
          fixture.engine.interruptAll();
          assertThat(invocation.context().isCancelled()).isTrue();
          throw new InterruptedException();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 FAILED INTERRUPTED");
  }

  @Test
  void aJobThatIsInterruptedBeforeItsHandlerStartsGoesOnAfterTheNextStart() {
    service.bring("job-1");
    fixture.engine.interruptAll();
    service.accept();

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(fixture.threads.held()).isZero();
    assertThat(fixture.handled).isEmpty();
  }

  @Test
  void interruptsNothingWhereNothingRuns() {
    fixture.engine.interruptAll();
    fixture.admitted("job-1").runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  private static EngineFixture resumable() {
    return EngineFixture.with()
        .methods(
            Handlers.method("x", null)
                .withPolicy(HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RERUN)))
        .connected();
  }

  @Test
  void aHandlerThatMayBeRunAgainIsCutOffAtOnce() {
    EngineFixture resumable = resumable();
    resumable.handler =
        invocation -> {
          CompletableFuture<Void> idle = resumable.engine.drain();
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
          assertThat(idle).isNotDone();
          throw new InterruptedException();
        };
    resumable.admitted("job-1").runHandler();

    assertThat(resumable.engine.drain()).isCompleted();
    assertThat(resumable.service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(resumable.journal.last().state())
        .isEqualTo(new JournalState.Waiting(Duration.ZERO, false));
    assertThat(resumable.journal.last().countedAttempts()).isZero();
    assertThat(resumable.journal.removed).isEmpty();
  }

  @Test
  void whatWaitsForItsNextAttemptKeepsNobodyWaiting() {
    EngineFixture waiting = resumable();
    waiting.handler =
        invocation -> {
          throw new RetryLaterException(Duration.ofMinutes(1), "later");
        };
    waiting.admitted("job-1").runHandler();
    waiting.service.accept();
    waiting.service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);

    assertThat(waiting.engine.drain()).isCompleted();
    assertThat(waiting.journal.removed).isEmpty();
  }

  @Test
  void whatWasCutOffGoesOnFromItsCheckpointAfterTheNextStart() {
    HandlerMethod resuming =
        Handlers.method("x", null)
            .withPolicy(
                HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RESUME).withMaxAttempts(1))
            .withAfterRestart(String.class, "X.goOn(String)");
    EngineFixture before = EngineFixture.with().methods(resuming).connected();
    before.handler =
        invocation -> {
          invocation.context().checkpoint("half");
          before.engine.drain();
          throw new InterruptedException();
        };
    before.admitted("job-1").runHandlerApart();
    assertThat(before.engine.drain()).isCompleted();

    EngineFixture after = EngineFixture.with().methods(resuming).notConnected();
    after.afterRestart =
        invocation ->
            JobResult.succeeded(
                Map.of(
                    "from", String.valueOf(invocation.checkpoint(String.class)),
                    "attempt", String.valueOf(invocation.context().attempt())));
    after.recover(before.journal.last());
    after.service.connect();
    after.service.describe("job-1", JobStatus.IN_PROGRESS, 2, EngineFixture.TOKEN);
    after.service.accept();
    after.runHandler();

    assertThat(after.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
    assertThat(after.service.lastUpdate().detail("from")).isEqualTo("half");
    assertThat(after.service.lastUpdate().detail("attempt")).isEqualTo("2");
    assertThat(after.handled).isEmpty();
  }

  @Test
  void aHandlerThatMayNotBeRunAgainHasItsTime() {
    fixture.handler =
        invocation -> {
          fixture.engine.drain();
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }
}

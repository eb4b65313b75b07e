package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How an engine comes to rest where nothing can be reported, or somebody does not stop. */
class EngineRefusedTest {
  private EngineFixture fixture = EngineFixture.connected();
  private ScriptedService service = fixture.service;

  private void use(EngineFixture other) {
    fixture = other;
    service = other.service;
  }

  private void refuseSubscriptions() {
    service.disconnect();
    service.connectAndRefuse();
  }

  @Test
  void isIdleAtOnceWhereNobodyWorks() {
    refuseSubscriptions();

    assertThat(fixture.engine.drain()).isCompleted();
  }

  @Test
  void waitsForTheHandlerAndLeavesItsEndInTheJournal() {
    fixture.admitted("job-1");
    refuseSubscriptions();
    CompletableFuture<Void> idle = fixture.engine.drain();
    assertThat(idle).isNotDone();

    fixture.runHandler();
    assertThat(idle).isCompleted();
    assertThat(fixture.journal.last().state()).isInstanceOf(JournalState.Ended.class);
    assertThat(fixture.journal.removed).isEmpty();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
  }

  /**
   * Otherwise the journal is closed before the end is stored, and what was done counts for nothing.
   */
  @Test
  void waitsForAnEndThatTheLoopHasNotSeenYet() {
    fixture.admitted("job-1");
    refuseSubscriptions();
    fixture.threads.runNext();
    CompletableFuture<Void> idle = fixture.engine.drain();
    assertThat(idle).isNotDone();

    fixture.time.runDue();
    assertThat(idle).isCompleted();
    assertThat(fixture.journal.last().state()).isInstanceOf(JournalState.Ended.class);
  }

  @Test
  void doesNotWaitForWhatIsBeingReported() {
    fixture.admitted("job-1").runHandler();
    CompletableFuture<Void> idle = fixture.engine.drain();
    assertThat(idle).isNotDone();

    refuseSubscriptions();
    assertThat(idle).isCompleted();
    assertThat(fixture.journal.removed).isEmpty();
  }

  @Test
  void doesNotWaitForWhatTheServiceIsAskedFor() {
    use(EngineFixture.with().notConnected());
    fixture.recover(TestJobs.cutOff("job-1", "agent-0"));
    service.connect();
    refuseSubscriptions();

    assertThat(fixture.engine.drain()).isCompleted();
  }

  @Test
  void aHandlerThatMayBeRunAgainIsCutOff() {
    use(
        EngineFixture.with()
            .methods(
                Handlers.method("x", null)
                    .withPolicy(HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RERUN)))
            .connected());
    fixture.handler =
        invocation -> {
          refuseSubscriptions();
          assertThat(fixture.engine.drain()).isNotDone();
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
          throw new InterruptedException();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.engine.drain()).isCompleted();
    assertThat(fixture.journal.last().state())
        .isEqualTo(new JournalState.Waiting(Duration.ZERO, false));
  }

  @Test
  void doesNotWaitForAHandlerThatIgnoresItsInterruption() {
    fixture.handler =
        invocation -> {
          refuseSubscriptions();
          CompletableFuture<Void> idle = fixture.engine.drain();
          fixture.engine.interruptAll();
          fixture.advance(EngineFixture.GRACE.minusSeconds(1));
          assertThat(idle).isNotDone();

          fixture.advance(Duration.ofSeconds(1));
          assertThat(idle).isCompleted();
          assertThat(fixture.journal.last().state()).isInstanceOf(JournalState.Ended.class);
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.handled).containsExactly("job-1");
  }

  @Test
  void aHandlerThatIgnoresItsInterruptionIsNotWaitedForWhenItsEndIsAccepted() {
    fixture.handler =
        invocation -> {
          CompletableFuture<Void> idle = fixture.engine.drain();
          fixture.engine.interruptAll();
          fixture.advance(EngineFixture.GRACE);
          assertThat(service.lastUpdate()).hasToString("job-1 FAILED INTERRUPTED");
          assertThat(idle).isNotDone();

          service.accept();
          assertThat(idle).isCompleted();
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.handled).containsExactly("job-1");
  }
}

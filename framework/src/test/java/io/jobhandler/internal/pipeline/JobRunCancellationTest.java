package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A job that the cloud gives up while it is on its way. */
class JobRunCancellationTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final ScriptedService service = fixture.service;

  /** A list without the job is a hint, which the description confirms. */
  private void cancel() {
    service.list();
    service.refuseDescription("TerminalStateReached");
  }

  @Test
  void interruptsTheHandlerAndReportsNothing() {
    fixture.handler =
        invocation -> {
          cancel();
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
          throw new InterruptedException();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(service.described()).containsExactly("job-1");
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void keepsTheHandlerFromStartingOnceItWaitsForItsThread() {
    fixture.admitted("job-1");
    cancel();
    fixture.runHandler();

    assertThat(fixture.handled).isEmpty();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
  }

  @Test
  void keepsTheHandlerFromStartingWhileTheExecutionIsAskedFor() {
    service.bring("job-1");
    cancel();
    service.accept();

    assertThat(fixture.threads.held()).isZero();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void theNextJobWaitsForTheThreadOfTheCancelledOne() {
    fixture.admitted("job-1");
    cancel();
    service.bring("job-2");
    fixture.advance(EngineFixture.GRACE);
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");

    fixture.runHandler();
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-2 IN_PROGRESS");
  }

  @Test
  void aCancellationThatIsNotConfirmedInterruptsNothing() {
    fixture.admitted("job-1");
    service.list();
    service.refuseDescription("InvalidRequest");
    fixture.runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }
}

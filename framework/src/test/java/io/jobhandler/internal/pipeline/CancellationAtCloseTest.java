package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A cancelled job whose device is not yet back in a valid state when the agent is closed. */
class CancellationAtCloseTest {
  private final EngineFixture fixture =
      EngineFixture.with()
          .methods(Handlers.method("x", null).withOnCancelled(null, "X.undo()"))
          .notConnected();
  private final List<String> seen = new ArrayList<>();

  private void cancel() {
    fixture.service.list();
    fixture.service.refuseDescription("TerminalStateReached");
  }

  /** What {@code JobAgent.close()} has the engine do. */
  private CompletableFuture<Void> close() {
    CompletableFuture<Void> idle = fixture.engine.drain();
    fixture.engine.interruptAll();
    return idle;
  }

  private void runCancelledHandler(Runnable whenCancelled) {
    fixture.service.connect();
    fixture.handler =
        invocation -> {
          cancel();
          whenCancelled.run();
          throw new InterruptedException();
        };
    fixture.admitted("job-1").runHandler();
  }

  @Test
  void aMethodThatIsCutOffIsCalledAgainAfterTheNextStart() {
    runCancelledHandler(() -> {});
    List<CompletableFuture<Void>> idle = new ArrayList<>();
    fixture.onCancelled =
        invocation -> {
          idle.add(close());
          seen.add("interrupted " + Thread.interrupted());
          return null;
        };
    fixture.runHandler();

    assertThat(seen).containsExactly("interrupted true");
    assertThat(idle.get(0)).isCompleted();
    assertThat(fixture.journal.removed).isEmpty();
    callsItAgain();
  }

  private void callsItAgain() {
    EngineFixture next =
        EngineFixture.with()
            .methods(Handlers.method("x", null).withOnCancelled(null, "X.undo()"))
            .notConnected();
    next.onCancelled =
        invocation -> {
          seen.add("again");
          return null;
        };
    next.recover(fixture.journal.last());
    next.service.connect();
    next.service.refuseDescription("job-1", "TerminalStateReached");
    next.runHandler();

    assertThat(seen).endsWith("again");
    assertThat(next.journal.removed).hasSize(1);
  }

  @Test
  void aMethodIsNotBegunOnceTheAgentIsClosed() {
    List<CompletableFuture<Void>> idle = new ArrayList<>();
    runCancelledHandler(() -> idle.add(close()));

    assertThat(fixture.threads.held()).isZero();
    assertThat(idle.get(0)).isCompleted();
    assertThat(fixture.journal.removed).isEmpty();
    callsItAgain();
  }

  @Test
  void aJobWithoutSuchAMethodIsForgottenAllTheSame() {
    EngineFixture plain = EngineFixture.with().notConnected();
    plain.recover(TestJobs.cutOff("job-1", EngineFixture.TOKEN));
    plain.service.connect();
    CompletableFuture<Void> idle = plain.engine.drain();
    plain.engine.interruptAll();
    plain.service.refuseDescription("job-1", "TerminalStateReached");

    assertThat(plain.journal.removed).hasSize(1);
    assertThat(idle).isCompleted();
  }
}

package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.jobs.JobsException;
import io.jobhandler.testkit.ScriptedTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How an agent ends where it never came to work. */
@Timeout(20)
class JobAgentClosingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScriptedTransport transport = new ScriptedTransport();
  private final FailingJournal journal = new FailingJournal();
  private final JobAgent agent =
      JobAgent.builder("pump-17")
          .transport(transport)
          .journal(journal)
          .handlers(new TestHandlers())
          .build();

  @AfterEach
  void close() {
    agent.close();
  }

  @Test
  void anAgentThatWasNotStartedStopsAtOnceAndForGood() {
    assertThat(agent.state()).isEqualTo(JobAgentState.NEW);
    agent.close();

    assertThat(agent.state()).isEqualTo(JobAgentState.STOPPED);
    assertThat(transport.isStarted()).isFalse();
    assertThatThrownBy(agent::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the agent is STOPPED, it starts once");
  }

  @Test
  void whoWaitsForTheFirstConnectionIsToldThatTheAgentWasClosed() {
    CompletableFuture<Void> started = agent.start();
    assertThat(agent.state()).isEqualTo(JobAgentState.STARTING);
    agent.close();

    assertThat(started)
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(JobsException.class)
        .withMessageContaining("the client is closed");
  }

  @Test
  void theSecondDrainIsTheFirstOnes() {
    agent.start();
    CompletableFuture<Void> first = agent.drain(Duration.ZERO);
    CompletableFuture<Void> second = agent.drain(Duration.ofHours(1));

    assertThat(first).succeedsWithin(PATIENCE);
    assertThat(second).succeedsWithin(PATIENCE);
    assertThat(agent.drain(Duration.ofHours(1))).isCompleted();
  }

  @Test
  void aJournalThatCannotBeReadNorClosedStopsTheAgent() {
    journal.failing = true;

    assertThat(agent.start())
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IOException.class)
        .withMessageContaining("the disk is full");
    assertThat(agent.whenStopped()).succeedsWithin(PATIENCE);
    assertThat(transport.isStarted()).isFalse();
  }
}

package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.NotDurableException;
import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.HandlerPolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What handlers remember over restarts. */
class JournaledMemoryTest {
  private final EngineFixture fixture = EngineFixture.connected();
  private final List<Object> seen = new ArrayList<>();

  /** A handler that uses its context and ends well. */
  @FunctionalInterface
  private interface Use {
    void use(JobContext context) throws Exception;
  }

  private void handle(Use use) {
    fixture.handler =
        invocation -> {
          use.use(invocation.context());
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandlerApart();
  }

  @Test
  void aCheckpointIsStoredBeforeTheHandlerGoesOn() {
    handle(
        context -> {
          context.checkpoint(Map.of("slot", "b"));
          seen.add(fixture.journal.last().checkpoint());
        });

    assertThat(seen).containsExactly("{\"slot\":\"b\"}");
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void theNewestCheckpointCounts() {
    handle(
        context -> {
          context.checkpoint(1);
          context.checkpoint(2);
        });

    assertThat(fixture.journal.last().checkpoint()).isEqualTo("2");
  }

  @Test
  void aStepIsStoredWhenItIsDone() {
    handle(
        context -> {
          seen.add(context.step("a", String.class, () -> "result"));
          seen.add(fixture.journal.last().steps());
        });

    assertThat(seen).containsExactly("result", Map.of("a", "\"result\""));
  }

  @Test
  void aStepThatIsDoneIsNotDoneAgainInTheSameAttempt() {
    handle(
        context -> {
          seen.add(context.step("a", Integer.class, () -> 1));
          seen.add(context.step("a", Integer.class, () -> 2));
        });

    assertThat(seen).containsExactly(1, 1);
  }

  @Test
  void aStepThatIsDoneIsNotDoneAgainAfterARestart() {
    EngineFixture restarted =
        EngineFixture.with()
            .methods(
                Handlers.method("x", null)
                    .withPolicy(HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RERUN)))
            .notConnected();
    restarted.handler =
        invocation -> {
          seen.add(
              invocation
                  .context()
                  .step(
                      "a",
                      String.class,
                      () -> {
                        throw new IllegalStateException("done again");
                      }));
          seen.add(invocation.context().step("b", String.class, () -> "new"));
          return JobResult.succeeded();
        };
    restarted.recover(TestJobs.cutOff("job-1", "agent-0").withStep("a", "\"stored\""));
    restarted.service.connect();
    restarted.service.describe("job-1", JobStatus.IN_PROGRESS, 3, "agent-0");
    restarted.service.accept();
    restarted.runHandlerApart();

    assertThat(seen).containsExactly("stored", "new");
    assertThat(restarted.journal.last().steps())
        .isEqualTo(Map.of("a", "\"stored\"", "b", "\"new\""));
  }

  @Test
  @SuppressWarnings("NullAway") // it takes a lambda's null for that of a type that has none
  void aStepMayResultInNothing() {
    handle(
        context -> {
          assertThat(context.<Void, IOException>step("a", Void.class, () -> null)).isNull();
          assertThat(context.<Void, IOException>step("a", Void.class, () -> null)).isNull();
        });

    assertThat(fixture.journal.last().steps()).isEqualTo(Map.of("a", "null"));
  }

  @Test
  void aStepThatThrowsIsNotStored() {
    handle(
        context -> {
          assertThatThrownBy(
                  () ->
                      context.step(
                          "a",
                          String.class,
                          () -> {
                            throw new IOException("no");
                          }))
              .isInstanceOf(IOException.class);
          seen.add(context.step("a", String.class, () -> "second"));
        });

    assertThat(seen).containsExactly("second");
  }

  @Test
  void aStepWhoseStoredResultHasAnotherTypeIsRefused() {
    handle(
        context -> {
          context.step("a", String.class, () -> "text");
          assertThatThrownBy(() -> context.step("a", Integer.class, () -> 1))
              .isInstanceOf(IllegalArgumentException.class);
        });

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 129})
  void stepsHaveNames(int length) {
    handle(
        context ->
            assertThatThrownBy(() -> context.step("x".repeat(length), String.class, () -> ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has " + length + " characters, expected 1 to 128"));

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void whatCannotBeStoredIsToldTheHandler() {
    handle(
        context -> {
          fixture.journal.failing = true;
          assertThatThrownBy(() -> context.checkpoint("x"))
              .isInstanceOf(NotDurableException.class)
              .hasMessage("the checkpoint of job job-1 is not stored")
              .hasRootCauseMessage("the disk is full");
          assertThatThrownBy(() -> context.step("a", String.class, () -> "x"))
              .isInstanceOf(NotDurableException.class)
              .hasMessage("step 'a' of job job-1 is not stored");
          fixture.journal.failing = false;
        });

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void anInterruptionDoesNotHideWhetherItIsStored() {
    handle(
        context -> {
          Thread.currentThread().interrupt();
          context.checkpoint("x");
          seen.add(Thread.interrupted());
        });

    assertThat(seen).containsExactly(true);
    assertThat(fixture.journal.last()).extracting(JournalEntry::checkpoint).isEqualTo("\"x\"");
  }
}

package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Trouble;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.PayloadParameter;
import io.jobhandler.testing.TestSigner;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an engine finds wrong with itself, and what becomes of its jobs then. */
class EngineHealthTest {
  private static final Duration TOO_LONG = EngineFixture.STEP_TIMEOUT.plus(EngineFixture.GRACE);
  private static final HandlerMethod RESTORING =
      Handlers.method("x", null).withOnCancelled(null, "X.undo()");

  private EngineFixture fixture = EngineFixture.connected();
  private ScriptedService service = fixture.service;

  private void use(EngineFixture other) {
    fixture = other;
    service = other.service;
  }

  private void cancel() {
    service.list();
    service.refuseDescription("TerminalStateReached");
  }

  /** Lets the work that runs pass its deadline and the grace, as if it ignored its interruption. */
  private void ignoreTheInterruption(String found) {
    fixture.advance(TOO_LONG);
    assertThat(fixture.troubles()).contains(Trouble.HANDLER_STUCK);
    assertThat(fixture.findings.list()).extracting(Finding::text).contains(found);
  }

  @Test
  void nothingIsWrongWhileJobsRun() {
    fixture.handler =
        invocation -> {
          assertThat(fixture.troubles()).isEmpty();
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.handled).hasSize(1);
    assertThat(fixture.troubles()).isEmpty();
  }

  /** Edge case 17: a handler that hangs is reported, and is found stuck until it ends. */
  @Test
  void aHandlerThatHangsIsStuckUntilItsThreadEnds() {
    fixture.handler =
        invocation -> {
          ignoreTheInterruption("Handlers.x() of job job-1 ignores its interruption");
          assertThat(service.lastUpdate()).hasToString("job-1 FAILED STEP_TIMEOUT");
          service.accept();
          service.bring("job-2");
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.troubles()).isEmpty();
    assertThat(service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 FAILED STEP_TIMEOUT", "job-2 IN_PROGRESS");
  }

  /** Edge case 17: an Error is an end like any other, and the next job begins. */
  @Test
  void aHandlerThatThrowsAnErrorDoesNotBlockTheQueue() {
    fixture.handler =
        invocation -> {
          throw new StackOverflowError();
        };
    fixture.admitted("job-1").runHandler();
    assertThat(service.lastUpdate()).hasToString("job-1 FAILED HANDLER_ERROR");

    service.accept();
    service.bring("job-2");
    assertThat(service.lastUpdate()).hasToString("job-2 IN_PROGRESS");
    assertThat(fixture.troubles()).isEmpty();
  }

  @Test
  void aMethodForACancelledJobThatHangsIsStuck() {
    use(EngineFixture.with().methods(RESTORING).connected());
    fixture.handler =
        invocation -> {
          cancel();
          throw new InterruptedException();
        };
    fixture.onCancelled =
        invocation -> {
          ignoreTheInterruption("X.undo() of job job-1 ignores its interruption");
          return null;
        };
    fixture.admitted("job-1").runHandler();
    fixture.runHandler();

    assertThat(fixture.troubles()).isEmpty();
  }

  @Test
  void aMethodForAJobThatWasCancelledMeanwhileHangsAndTheNextJobWaits() {
    use(EngineFixture.with().methods(RESTORING).notConnected());
    fixture.onCancelled =
        invocation -> {
          ignoreTheInterruption("X.undo() of job job-1 ignores its interruption");
          service.bring("job-2");
          assertThat(service.updates()).isEmpty();
          return null;
        };
    fixture.recover(TestJobs.cutOff("job-1", "agent-0"));
    service.connect();
    service.refuseDescription("job-1", "TerminalStateReached");
    fixture.runHandler();

    assertThat(fixture.troubles()).isEmpty();
    assertThat(service.updatesInShort()).containsExactly("job-2 IN_PROGRESS");
  }

  /** Edge case 23: a thread that is refused keeps no place, and the agent says so. */
  @Test
  void aJobWithoutAThreadFailsAndTheNextBegins() {
    service.bring("job-1");
    fixture.threads.refuseNext(new RejectedExecutionException("no more"));
    service.accept();
    assertThat(service.lastUpdate()).hasToString("job-1 FAILED HANDLER_ERROR");
    assertThat(fixture.troubles()).containsExactly(Trouble.NO_THREAD);

    service.accept();
    service.bring("job-2");
    service.accept();
    assertThat(fixture.troubles()).isEmpty();
    fixture.runHandler();
    assertThat(fixture.handled).containsExactly("job-2");
  }

  /** Edge case 23: also where the method for a cancelled job has no thread; it is called later. */
  @Test
  void aCancelledJobWithoutAThreadIsKeptForTheNextStartAndTheNextBegins() {
    use(EngineFixture.with().methods(RESTORING).connected());
    fixture.handler =
        invocation -> {
          cancel();
          fixture.threads.refuseNext(new OutOfMemoryError("unable to create native thread"));
          throw new InterruptedException();
        };
    fixture.admitted("job-1").runHandler();
    assertThat(fixture.troubles()).containsExactly(Trouble.NO_THREAD);

    service.bring("job-2");
    assertThat(service.lastUpdate()).hasToString("job-2 IN_PROGRESS");
    assertThat(fixture.journal.removed).isEmpty();
  }

  /** Edge case 23: what keeps a place for nobody is found by a look at it. */
  @Test
  void aPlaceThatIsKeptForNobodyIsFound() {
    use(
        EngineFixture.connected(
            Handlers.method("x", null)
                .withPayload(new PayloadParameter("image", "/url", "/codesign", "", false)),
            loop ->
                TestPayloads.stage(
                    loop,
                    alias -> {
                      throw new NoClassDefFoundError("the driver of the secure element");
                    },
                    (url, offset, validator) -> {
                      throw new AssertionError("nothing is downloaded");
                    },
                    (jobId, executionNumber, payload, size) -> {
                      throw new AssertionError("nothing is stored");
                    })));
    String signature =
        """
        {"rawPayloadSize":1,"signature":"%s","signatureAlgorithm":"SHA256withECDSA"}"""
            .formatted(TestSigner.create().sign(new byte[1]).signature());
    service.bring(
        "job-1",
        "{\"operation\":\"x\",\"url\":\"https://host/a\",\"codesign\":%s}".formatted(signature));

    assertThat(service.updates()).isEmpty();
    assertThat(fixture.troubles()).containsExactly(Trouble.PERMIT_LEAKED);
  }

  @Test
  void anEndThatTheServiceDoesNotAcceptIsFound() {
    fixture.admitted("job-1").runHandler();
    service.disconnect();
    fixture.advance(Duration.ofSeconds(9));
    assertThat(fixture.troubles()).isEmpty();

    fixture.advance(Duration.ofSeconds(1));
    assertThat(fixture.troubles()).containsExactly(Trouble.END_NOT_REPORTED);
    service.connect();
    service.accept();
    assertThat(fixture.troubles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEndThatTheProcessBeforeHasLeftIsFoundUntilItIsSettled(boolean goneMeanwhile) {
    use(EngineFixture.with().notConnected());
    fixture.recover(
        TestJobs.cutOff("job-1", "agent-0")
            .in(3, new JournalState.Ended(JobStatus.SUCCEEDED, Map.of("agentToken", "agent-0"))));
    fixture.advance(Duration.ofSeconds(10));
    assertThat(fixture.troubles()).containsExactly(Trouble.END_NOT_REPORTED);

    service.connect();
    if (goneMeanwhile) {
      service.refuseDescription("job-1", "TerminalStateReached");
    } else {
      service.describe("job-1", JobStatus.IN_PROGRESS, 3, "agent-0");
      assertThat(fixture.troubles()).containsExactly(Trouble.END_NOT_REPORTED);
      service.accept();
    }
    assertThat(fixture.troubles()).isEmpty();
  }

  @Test
  void aJournalThatCannotBeWrittenIsFoundUntilItCan() {
    fixture.journal.failing = true;
    service.bring("job-1");
    assertThat(fixture.troubles()).isNotEmpty().containsOnly(Trouble.JOURNAL_FAILING);

    fixture.journal.failing = false;
    fixture.admitted("job-2").runHandler();
    service.accept();
    assertThat(fixture.troubles()).isEmpty();
  }

  @Test
  void whatCannotBeReadOfTheJournalIsFound() {
    use(EngineFixture.with().notConnected());
    fixture.journal.unreadable.add(
        new JournalContents.Unreadable("job-1", 1, TestJobs.QUEUED_AT, "damaged"));
    JournalEntry[] none = {};
    fixture.recover(none);

    assertThat(fixture.troubles()).containsExactly(Trouble.JOURNAL_UNREADABLE);
  }
}

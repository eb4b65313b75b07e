package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.RestartCause;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Handlers that are attempted again in the same process. */
class JobRetryTest {
  private static final Duration DELAY = Duration.ofMinutes(10);
  private static final HandlerMethod RETRIED =
      Handlers.method("x", null)
          .withPolicy(
              HandlerPolicy.unset()
                  .withRetryOn(IOException.class)
                  .withMaxAttempts(2)
                  .withMapping(
                      new ExceptionMapping(
                          IOException.class, MapException.Status.FAILED, "DISK_BROKEN")));

  private final EngineFixture fixture = EngineFixture.with().methods(RETRIED).connected();
  private final ScriptedService service = fixture.service;
  private final List<String> attempts = new ArrayList<>();

  private JobResult failTheFirstTime(int attempt, RestartCause cause, Exception failure)
      throws Exception {
    attempts.add(attempt + " " + cause);
    if (attempt == 1) {
      throw failure;
    }
    return JobResult.succeeded();
  }

  private void failTheFirstTime(Exception failure) {
    fixture.handler =
        invocation ->
            failTheFirstTime(
                invocation.context().attempt(), invocation.context().restartCause(), failure);
  }

  /** The service lets the job wait, says how it stands now, and later lets it begin again. */
  private void waitAndBeginAgain(Duration delay) {
    service.accept();
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    fixture.advance(delay);
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    service.accept();
  }

  /** The delay that chance has had a part in. */
  private Duration backoff() {
    JournalState state = fixture.journal.last().state();
    return state instanceof JournalState.Waiting waiting ? waiting.delay() : Duration.ZERO;
  }

  @Test
  void aHandlerThatAsksForItIsAttemptedAgainAfterTheDelay() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.journal.last().state()).isEqualTo(new JournalState.Waiting(DELAY, false));
    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS");
    assertThat(service.lastUpdate().stepTimeoutInMinutes())
        .as("delay, step timeout, grace, a minute")
        .isEqualTo(10 + 10 + 2);

    waitAndBeginAgain(DELAY);
    fixture.runHandler();

    assertThat(attempts).containsExactly("1 NONE", "2 NONE");
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
    service.accept();
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void nothingIsAttemptedBeforeTheDelayIsOver() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    service.accept();
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    fixture.advance(DELAY.minusNanos(1));

    assertThat(service.described()).hasSize(1);
    assertThat(fixture.threads.held()).isZero();
  }

  @Test
  void anExceptionThatTheHandlerIsRetriedForWaitsForTheBackoff() {
    failTheFirstTime(new IOException("no space"));
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.journal.last().state())
        .isInstanceOfSatisfying(
            JournalState.Waiting.class,
            waiting ->
                assertThat(waiting.delay())
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6)));
    waitAndBeginAgain(backoff());
    fixture.runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void theLastAttemptEndsWithWhatTheExceptionMeans() {
    fixture.handler =
        invocation -> {
          throw new IOException("no space");
        };
    fixture.admitted("job-1").runHandler();
    waitAndBeginAgain(backoff());
    fixture.runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 FAILED DISK_BROKEN");
    assertThat(service.lastUpdate().detail("reason")).isEqualTo("IOException: no space");
    assertThat(fixture.handled).hasSize(2);
  }

  @Test
  void aHandlerThatAsksForItTooOftenEndsWithoutAttemptsLeft() {
    fixture.handler =
        invocation -> {
          throw new RetryLaterException(Duration.ZERO, "the pump runs");
        };
    fixture.admitted("job-1").runHandler();
    waitAndBeginAgain(Duration.ZERO);
    fixture.runHandler();

    assertThat(service.lastUpdate()).hasToString("job-1 FAILED ATTEMPTS_EXHAUSTED");
    assertThat(service.lastUpdate().detail("reason"))
        .isEqualTo("RetryLaterException: the pump runs");
  }

  @Test
  void anAttemptThatWouldComeTooLateIsNotWaitedFor() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    service.accept();
    service.describe(
        "job-1",
        JobStatus.IN_PROGRESS,
        3,
        EngineFixture.TOKEN,
        "\"approximateSecondsBeforeTimedOut\":600,");

    assertThat(service.lastUpdate()).hasToString("job-1 FAILED RETRY_TOO_LATE");
  }

  @Test
  void aWaitIsNotCutShortByWhatIsNotKnown() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    service.accept();
    service.refuseDescription("job-1", "InternalError");

    assertThat(service.updates()).hasSize(2);
  }

  @Test
  void otherJobsRunWhileOneWaits() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    EngineFixture two =
        EngineFixture.with().methods(RETRIED, Handlers.method("y", null)).connected();
    two.handler =
        invocation -> {
          if (invocation.context().operation().equals("x")) {
            throw new RetryLaterException(DELAY, "the pump runs");
          }
          return JobResult.succeeded();
        };
    two.admitted("job-1").runHandler();
    two.service.accept();
    two.service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    two.service.bring("job-2", "{\"operation\":\"y\"}");
    two.service.accept();
    two.runHandler();

    assertThat(two.service.lastUpdate()).hasToString("job-2 SUCCEEDED");
  }

  @Test
  void aJobOfTheSameOperationWaitsToo() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    service.accept();
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    service.bring("job-2");

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS");
  }

  @Test
  void aWaitingJobThatIsCancelledIsPutRightAndForgotten() {
    List<Integer> restored = new ArrayList<>();
    EngineFixture cancelled =
        EngineFixture.with().methods(RETRIED.withOnCancelled(null, "X.undo()")).connected();
    cancelled.handler =
        invocation -> {
          throw new RetryLaterException(DELAY, "the pump runs");
        };
    cancelled.onCancelled =
        invocation -> {
          restored.add(invocation.context().attempt());
          return null;
        };
    cancelled.admitted("job-1").runHandler();
    cancelled.service.accept();
    cancelled.service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);

    cancelled.service.list();
    cancelled.service.refuseDescription("job-1", "TerminalStateReached");
    cancelled.service.refuseDescription("job-1", "TerminalStateReached");
    cancelled.runHandler();

    assertThat(restored).containsExactly(1);
    assertThat(cancelled.journal.removed).hasSize(1);
    assertThat(cancelled.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS");
  }

  @Test
  void theSecondAttemptIsStoredBeforeItIsAskedFor() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    waitAndBeginAgain(DELAY);

    assertThat(fixture.journal.last())
        .extracting(JournalEntry::attempt, JournalEntry::countedAttempts, JournalEntry::state)
        .containsExactly(2, 2, new JournalState.Running(false));
  }

  @Test
  void aJobThatIsCancelledAsItBeginsToWaitIsForgotten() {
    failTheFirstTime(new RetryLaterException(DELAY, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    service.refuse("TerminalStateReached");
    fixture.advance(DELAY);
    service.refuseDescription("job-1", "TerminalStateReached");

    assertThat(fixture.journal.removed).hasSize(1);
    assertThat(attempts).containsExactly("1 NONE");
  }

  @Test
  void anAttemptThatCannotBeStoredIsMadeLater() {
    failTheFirstTime(new RetryLaterException(Duration.ZERO, "the pump runs"));
    fixture.admitted("job-1").runHandler();
    service.accept();
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    fixture.advance(Duration.ZERO);
    fixture.journal.failing = true;
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    assertThat(service.updates()).hasSize(2);

    fixture.journal.failing = false;
    fixture.advance(Duration.ofSeconds(5));
    service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    service.accept();
    fixture.runHandler();

    assertThat(attempts).containsExactly("1 NONE", "2 NONE");
    assertThat(service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }
}

package io.jobhandler.torture.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.plan.Kind;
import org.junit.jupiter.api.Test;

class EndCheckTest {

  private static Scenario started(Kind kind) {
    return new Scenario().job("a", kind).started("a", 1);
  }

  @Test
  void acceptsAnEndThatIsTheHandlersWord() {
    assertThat(
            started(Kind.STRICT)
                .ended("a", 1, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .isEmpty();
  }

  @Test
  void findsAnExecutionWithoutAnEnd() {
    assertThat(started(Kind.STRICT).ended("a", 1, End.SUCCEEDED).findings())
        .containsExactly("LOST a");
  }

  @Test
  void findsTwoEnds() {
    assertThat(
            started(Kind.STRICT)
                .ended("a", 1, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .containsExactly("DUPLICATED a");
  }

  @Test
  void findsSuccessWithoutTheHandlersWord() {
    assertThat(started(Kind.STRICT).accepts("a", "SUCCEEDED", "").findings())
        .containsExactly("WRONG a");
    assertThat(new Scenario().job("a", Kind.STRICT).accepts("a", "SUCCEEDED", "").findings())
        .containsExactly("WRONG a");
    assertThat(
            started(Kind.STRICT).ended("a", 1, End.FAILED).accepts("a", "SUCCEEDED", "").findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsAnInterruptionWithoutAKill() {
    assertThat(started(Kind.STRICT).accepts("a", "FAILED", "INTERRUPTED").findings())
        .containsExactly("WRONG a");
    assertThat(
            started(Kind.STRICT)
                .ended("a", 1, End.SUCCEEDED)
                .restart()
                .accepts("a", "FAILED", "INTERRUPTED")
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void acceptsAnInterruptionByAKill() {
    assertThat(started(Kind.STRICT).kill().accepts("a", "FAILED", "INTERRUPTED").findings())
        .isEmpty();
    assertThat(
            new Scenario()
                .job("a", Kind.STRICT)
                .kill()
                .accepts("a", "FAILED", "INTERRUPTED")
                .findings())
        .isEmpty();
    assertThat(
            started(Kind.LATER)
                .ended("a", 1, End.LATER)
                .restart()
                .kill()
                .accepts("a", "FAILED", "INTERRUPTED")
                .findings())
        .isEmpty();
  }

  @Test
  void findsAnInterruptionWhereTheHandlerMayRunAgain() {
    assertThat(started(Kind.CAPPED).kill().accepts("a", "FAILED", "INTERRUPTED").findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsSuccessOfAnInterruptedHandlerThatMayNotRunAgain() {
    assertThat(started(Kind.STRICT).kill().accepts("a", "SUCCEEDED", "").findings())
        .containsExactly("WRONG a");
  }

  @Test
  void asksForExhaustionAfterTheLastAttempt() {
    Scenario exhausted = started(Kind.CAPPED).kill().started("a", 2).kill();

    assertThat(exhausted.accepts("a", "FAILED", "ATTEMPTS_EXHAUSTED").findings()).isEmpty();
    assertThat(
            started(Kind.CAPPED)
                .kill()
                .started("a", 2)
                .kill()
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void findsExhaustionBeforeTheLastAttempt() {
    assertThat(started(Kind.CAPPED).kill().accepts("a", "FAILED", "ATTEMPTS_EXHAUSTED").findings())
        .containsExactly("WRONG a");
    assertThat(
            started(Kind.LATER)
                .ended("a", 1, End.LATER)
                .accepts("a", "FAILED", "ATTEMPTS_EXHAUSTED")
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void countsRetriesAsAttempts() {
    assertThat(
            started(Kind.LATER)
                .ended("a", 1, End.LATER)
                .started("a", 2)
                .ended("a", 2, End.LATER)
                .started("a", 3)
                .ended("a", 3, End.LATER)
                .accepts("a", "FAILED", "ATTEMPTS_EXHAUSTED")
                .findings())
        .isEmpty();
  }

  @Test
  void acceptsAFailureAfterTheLastRetryOnly() {
    assertThat(
            started(Kind.FLAKY)
                .ended("a", 1, End.THROWN)
                .accepts("a", "FAILED", "HANDLER_ERROR")
                .findings())
        .containsExactly("WRONG a");
    assertThat(
            new Scenario()
                .job("a", Kind.FLAKY)
                .started("a", 4)
                .ended("a", 4, End.THROWN)
                .accepts("a", "FAILED", "HANDLER_ERROR")
                .findings())
        .isEmpty();
  }

  @Test
  void acceptsTheReasonThatTheHandlerGave() {
    assertThat(
            started(Kind.BROKEN)
                .ended("a", 1, End.FAILED)
                .accepts("a", "FAILED", "TORTURED")
                .findings())
        .isEmpty();
    assertThat(started(Kind.BROKEN).accepts("a", "FAILED", "TORTURED").findings())
        .containsExactly("WRONG a");
  }

  @Test
  void asksForAnotherBootAfterARequestedReboot() {
    Scenario asked =
        started(Kind.REBOOT)
            .ended("a", 1, End.REBOOT)
            .reboot()
            .continued("a", 2, "REBOOT")
            .ended("a", 2, End.SUCCEEDED);
    assertThat(asked.accepts("a", "SUCCEEDED", "").findings()).isEmpty();

    assertThat(
            started(Kind.REBOOT)
                .ended("a", 1, End.REBOOT)
                .restart()
                .continued("a", 2, "INTERRUPTION")
                .ended("a", 2, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .containsExactly("WRONG a");
    assertThat(
            started(Kind.REBOOT)
                .ended("a", 1, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .containsExactly("WRONG a");
  }

  @Test
  void asksForAnotherProcessAfterARequestedRestart() {
    assertThat(
            started(Kind.RESTART)
                .ended("a", 1, End.RESTART)
                .restart()
                .continued("a", 2, "PROCESS_RESTART")
                .ended("a", 2, End.SUCCEEDED)
                .accepts("a", "SUCCEEDED", "")
                .findings())
        .isEmpty();
  }

  @Test
  void acceptsARebootThatNeverCameAfterThreeRequests() {
    Scenario asked = started(Kind.REBOOT).ended("a", 1, End.REBOOT).kill().kill();

    assertThat(asked.accepts("a", "FAILED", "NOT_RESTARTED").findings()).containsExactly("WRONG a");
    assertThat(
            started(Kind.REBOOT)
                .ended("a", 1, End.REBOOT)
                .kill()
                .kill()
                .kill()
                .accepts("a", "FAILED", "NOT_RESTARTED")
                .findings())
        .isEmpty();
  }

  @Test
  void asksForARefusalFromTheQueue() {
    assertThat(
            new Scenario()
                .queuedJob("a", Kind.UNKNOWN)
                .history("a", "QUEUED", "REJECTED", "DEVICE", true, "UNKNOWN_OPERATION")
                .queuedJob("b", Kind.MALFORMED)
                .history("b", "QUEUED", "REJECTED", "DEVICE", true, "INVALID_DOCUMENT")
                .findings())
        .isEmpty();
    assertThat(
            new Scenario()
                .job("a", Kind.UNKNOWN)
                .accepts("a", "REJECTED", "UNKNOWN_OPERATION")
                .job("b", Kind.MALFORMED)
                .started("b", 1)
                .history("b", "QUEUED", "REJECTED", "DEVICE", true, "INVALID_DOCUMENT")
                .findings())
        .containsExactly("WRONG a", "WRONG b", "DUPLICATED b");
  }

  @Test
  void findsAnEndThatNobodyAskedFor() {
    assertThat(
            started(Kind.STRICT)
                .history("a", "IN_PROGRESS", "TIMED_OUT", "SERVICE", true, "")
                .findings())
        .containsExactly("WRONG a");
    assertThat(started(Kind.STRICT).cancels("a").findings()).contains("WRONG a");
    assertThat(started(Kind.STRICT).accepts("a", "FAILED", "STEP_TIMEOUT").findings())
        .containsExactly("WRONG a");
  }
}

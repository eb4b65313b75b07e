package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatientUpdatesTest {
  private final ManualScheduler manual = new ManualScheduler();
  private final PatientUpdates updates = new PatientUpdates(new Loop(manual, manual::nanoTime));
  private final RecordingSender sender = new RecordingSender();
  private final ExecutionReporter reporter =
      new ExecutionReporter(sender, new AgentToken("agent-1"), TestJobs.key("job-1"), 1);

  private CompletableFuture<UpdateVerdict> send() {
    return updates.send(reporter, JobStatus.SUCCEEDED, Map.of("agentToken", "agent-1"), null);
  }

  @Test
  void settlesAtOnceWhatIsAccepted() {
    CompletableFuture<UpdateVerdict> settled = send();
    sender.accept();

    assertThat(settled).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void settlesAtOnceWhatIsRefusedForGood() {
    CompletableFuture<UpdateVerdict> settled = send();
    sender.fail(Refusals.refused(RejectedErrorCode.RESOURCE_NOT_FOUND));

    assertThat(settled).isCompletedWithValue(UpdateVerdict.GONE);
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void sendsTheSameAgainWithGrowingDelays() {
    CompletableFuture<UpdateVerdict> settled = send();

    for (int seconds = 1; seconds <= 32; seconds *= 2) {
      sender.fail(Refusals.lost());
      assertThat(delay()).isBetween(Duration.ofMillis(500L * seconds), longest(seconds));
      manual.advance(delay());
    }

    assertThat(sender.requests()).hasSize(7).containsOnly(sender.last());
    sender.accept();
    assertThat(settled).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  private static Duration longest(int seconds) {
    return Duration.ofMillis(Math.min(60_000, 1500L * seconds + 1));
  }

  private Duration delay() {
    return Objects.requireNonNull(manual.untilNext(), "nothing waits");
  }

  @Test
  void neverGivesUpAndNeverWaitsOverAMinute() {
    send();

    for (int i = 0; i < 20; i++) {
      sender.fail(Refusals.refused(RejectedErrorCode.REQUEST_THROTTLED));
      assertThat(delay()).isLessThanOrEqualTo(Duration.ofMinutes(1));
      manual.advance(delay());
    }

    assertThat(sender.requests()).hasSize(21);
  }

  @Test
  @DisplayName("Edge case 10: the final update is lost")
  void sendsWhatWaitsWhenTheConnectionIsBack() {
    CompletableFuture<UpdateVerdict> settled = send();
    sender.fail(Refusals.lost());

    updates.onConnected();
    assertThat(sender.requests()).hasSize(2);
    assertThat(manual.waiting()).isZero();
    updates.onConnected();
    assertThat(sender.requests()).hasSize(2);

    sender.accept();
    updates.onConnected();
    assertThat(settled).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(sender.requests()).hasSize(2);
  }
}

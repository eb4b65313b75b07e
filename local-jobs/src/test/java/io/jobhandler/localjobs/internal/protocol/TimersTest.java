package io.jobhandler.localjobs.internal.protocol;

import static io.jobhandler.localjobs.internal.protocol.JobsHarness.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Transition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The step timer and the in-progress timer. */
class TimersTest {
  private final JobsHarness jobs = new JobsHarness();

  /** In-progress timer of 20 minutes from 12:00; steps 12:05+7, 12:10+5, 12:13+9 minutes. */
  @Test
  void followsTheExampleOfTheDeveloperGuide() {
    createWithInProgressTimer(20);
    jobs.update("job1", "IN_PROGRESS").accepted();
    assertThat(secondsLeft()).isEqualTo(20 * 60);
    advance(5);
    step(7);
    assertThat(secondsLeft()).isEqualTo(7 * 60);
    advance(5);
    step(5);
    assertThat(secondsLeft()).isEqualTo(5 * 60);
    advance(3);
    step(9);
    assertThat(secondsLeft()).as("12:20, not 12:22").isEqualTo(7 * 60);
    jobs.clock.advance(Duration.ofMinutes(7).minusMillis(1));
    assertThat(status()).isEqualTo(ExecutionStatus.IN_PROGRESS);
    jobs.clock.advance(Duration.ofMillis(1));
    assertThat(status()).isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  @Test
  void stepTimerNeverPassesTheInProgressTimer() {
    createWithInProgressTimer(1);
    step(60);
    assertThat(secondsLeft()).isEqualTo(60);
    advance(1);
    assertThat(status()).isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  @Test
  void updateWithoutTheFieldLeavesTheStepTimer() {
    jobs.create("job1");
    step(10);
    advance(4);
    jobs.update("job1", "IN_PROGRESS").accepted();
    assertThat(secondsLeft()).isEqualTo(6 * 60);
  }

  @Test
  void minusOneTakesTheStepTimerAway() {
    jobs.create("job1");
    step(10);
    step(-1);
    assertThat(jobs.service.describeExecution(THING, "job1").approximateSecondsBeforeTimedOut())
        .isEmpty();
    advance(20_000);
    assertThat(status()).isEqualTo(ExecutionStatus.IN_PROGRESS);
  }

  @Test
  void minusOneLeavesTheInProgressTimer() {
    createWithInProgressTimer(30);
    step(10);
    step(-1);
    assertThat(secondsLeft()).isEqualTo(30 * 60);
  }

  @Test
  void startNextSetsTheStepTimerAgain() {
    jobs.create("job1");
    jobs.ask("start-next", "{\"stepTimeoutInMinutes\":5}").accepted();
    advance(4);
    jobs.ask("start-next", "{\"stepTimeoutInMinutes\":5}").accepted();
    assertThat(secondsLeft()).isEqualTo(5 * 60);
    advance(4);
    assertThat(status()).isEqualTo(ExecutionStatus.IN_PROGRESS);
    advance(1);
    assertThat(status()).isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  @Test
  void endStopsTheTimers() {
    createWithInProgressTimer(5);
    step(2);
    jobs.update("job1", "SUCCEEDED").accepted();
    advance(60);
    assertThat(status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(jobs.service.describeExecution(THING, "job1").approximateSecondsBeforeTimedOut())
        .isEmpty();
  }

  @Test
  void queuedExecutionHasNoTimer() {
    createWithInProgressTimer(1);
    advance(60);
    assertThat(status()).isEqualTo(ExecutionStatus.QUEUED);
  }

  @Test
  void deviceLearnsOfTheTimeout() {
    jobs.create("job1");
    step(1);
    jobs.notifications();
    advance(1);
    assertThat(jobs.notifications())
        .extracting(JobsHarness.Answer::topic)
        .containsExactly("notify", "notify-next");
    JobsHarness.Answer answer = jobs.update("job1", "SUCCEEDED");
    assertThat(answer.code()).isEqualTo("InvalidStateTransition");
    assertThat(answer.json().at("/executionState/status").textValue()).isEqualTo("TIMED_OUT");
    assertThat(answer.json().at("/executionState/versionNumber").longValue()).isEqualTo(3);
    assertThat(jobs.service.history(THING, "job1").get(2).actor())
        .isEqualTo(Transition.Actor.SERVICE);
  }

  private void createWithInProgressTimer(long minutes) {
    jobs.service.createJob(
        CreateJob.builder("job1").targets(THING).inProgressTimeoutInMinutes(minutes).build());
  }

  private void step(int minutes) {
    jobs.ask("job1/update", "{\"status\":\"IN_PROGRESS\",\"stepTimeoutInMinutes\":" + minutes + "}")
        .accepted();
  }

  private void advance(long minutes) {
    jobs.clock.advance(Duration.ofMinutes(minutes));
  }

  private ExecutionStatus status() {
    return jobs.service.describeExecution(THING, "job1").status();
  }

  private long secondsLeft() {
    return jobs.service
        .describeExecution(THING, "job1")
        .approximateSecondsBeforeTimedOut()
        .orElseThrow();
  }
}

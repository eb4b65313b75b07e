package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.mqtt5.QOS;

/** The Java API: what a caller may do to jobs and executions. */
class LocalJobsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private final ManualClock clock = ManualClock.startingAt(NOON);
  private final LocalJobs jobs = LocalJobs.builder().clock(clock).start();

  @AfterEach
  void stop() {
    jobs.close();
  }

  @Test
  void describesWhatItCreated() {
    jobs.createJob(
        CreateJob.builder("job-1")
            .document("{\"a\":1.0}")
            .targets("t1", "t2")
            .inProgressTimeoutInMinutes(5)
            .build());
    Job job = jobs.describeJob("job-1");
    assertThat(job.document()).isEqualTo("{\"a\":1.0}");
    assertThat(job.status()).isEqualTo(JobStatus.IN_PROGRESS);
    assertThat(job.targets()).containsExactly("t1", "t2");
    assertThat(job.executionCounts()).containsExactly(Map.entry(ExecutionStatus.QUEUED, 2));
    assertThat(job.inProgressTimeoutInMinutes()).hasValue(5);
    assertThat(job.createdAt()).isEqualTo(NOON);
    JobExecution execution = jobs.describeJobExecution("t1", "job-1");
    assertThat(execution.queuedAt()).isEqualTo(NOON);
    assertThat(execution.startedAt()).isNull();
    assertThat(execution.versionNumber()).isEqualTo(1);
    assertThat(execution.executionNumber()).isEqualTo(1);
    assertThat(jobs.pendingJobExecutions("t2")).hasSize(1);
  }

  @Test
  void refusesInvalidJobs() {
    jobs.createJob("job-1", "{}", "t1");
    assertError("ResourceAlreadyExistsException", () -> jobs.createJob("job-1", "{}", "t1"));
    assertError("InvalidRequestException", () -> jobs.createJob("job 1", "{}", "t1"));
    assertError("InvalidRequestException", () -> jobs.createJob("job-2", "[]", "t1"));
    assertError("InvalidRequestException", () -> jobs.createJob("job-2", "{}", "t/1"));
    assertError("InvalidRequestException", () -> jobs.createJob("job-2", "{}"));
    assertError("InvalidRequestException", () -> jobs.createJob("job-2", "{}", "t1", "t1"));
    List<String> many = Collections.nCopies(101, "t1");
    assertError(
        "InvalidRequestException",
        () -> jobs.createJob(CreateJob.builder("job-2").targets(many).build()));
    assertError(
        "InvalidRequestException",
        () -> jobs.createJob(timer(CreateJob.builder("job-2").targets("t1"), 0)));
    assertError(
        "InvalidRequestException",
        () -> jobs.createJob(timer(CreateJob.builder("job-2").targets("t1"), 10_081)));
  }

  private static CreateJob timer(CreateJob.Builder builder, long minutes) {
    return builder.inProgressTimeoutInMinutes(minutes).build();
  }

  @Test
  void cancelLeavesExecutionsInProgressUnlessForced() throws Exception {
    jobs.createJob("job-1", "{}", "t1", "t2");
    begin("t1");
    jobs.cancelJob("job-1", false);
    assertThat(jobs.describeJob("job-1").status()).isEqualTo(JobStatus.CANCELED);
    assertThat(status("t1")).isEqualTo(ExecutionStatus.IN_PROGRESS);
    assertThat(status("t2")).isEqualTo(ExecutionStatus.CANCELED);
    assertError("InvalidRequestException", () -> jobs.cancelJob("job-1", false));
    jobs.cancelJob("job-1", true);
    JobExecution forced = jobs.describeJobExecution("t1", "job-1");
    assertThat(forced.status()).isEqualTo(ExecutionStatus.CANCELED);
    assertThat(forced.forceCanceled()).isTrue();
    assertThat(forced.versionNumber()).isEqualTo(3);
    assertThat(jobs.describeJob("job-1").forceCanceled()).isTrue();
  }

  @Test
  void cancelsOneExecution() throws Exception {
    jobs.createJob("job-1", "{}", "t1", "t2");
    begin("t1");
    assertError(
        "InvalidStateTransitionException", () -> jobs.cancelJobExecution("t1", "job-1", false));
    jobs.cancelJobExecution("t1", "job-1", true);
    assertThat(status("t1")).isEqualTo(ExecutionStatus.CANCELED);
    assertError(
        "InvalidStateTransitionException", () -> jobs.cancelJobExecution("t1", "job-1", true));
    assertThat(jobs.describeJob("job-1").status()).isEqualTo(JobStatus.IN_PROGRESS);
    jobs.cancelJobExecution("t2", "job-1", false);
    assertThat(jobs.describeJob("job-1").status()).isEqualTo(JobStatus.COMPLETED);
    assertError("InvalidRequestException", () -> jobs.cancelJob("job-1", false));
    assertThat(jobs.history("t1", "job-1"))
        .extracting(Transition::accepted)
        .containsExactly(true, true, false, true, false);
  }

  @Test
  void deletesJobs() {
    jobs.createJob("job-1", "{}", "t1");
    assertError("InvalidStateTransitionException", () -> jobs.deleteJob("job-1", false));
    jobs.deleteJob("job-1", true);
    assertError("ResourceNotFoundException", () -> jobs.describeJob("job-1"));
    assertError("ResourceNotFoundException", () -> jobs.deleteJob("job-1", true));
    assertError("ResourceNotFoundException", () -> jobs.cancelJob("job-1", true));
    assertError("ResourceNotFoundException", () -> jobs.describeJobExecution("t1", "job-1"));
    assertThat(jobs.history("t1", "job-1")).hasSize(1);
    jobs.createJob("job-1", "{}", "t1");
  }

  @Test
  void deletesOneExecution() throws Exception {
    jobs.createJob("job-1", "{}", "t1", "t2");
    begin("t1");
    assertError(
        "InvalidStateTransitionException", () -> jobs.deleteJobExecution("t1", "job-1", 1, false));
    assertError("ResourceNotFoundException", () -> jobs.deleteJobExecution("t1", "job-1", 2, true));
    jobs.deleteJobExecution("t1", "job-1", 1, true);
    assertThat(jobs.pendingJobExecutions("t1")).isEmpty();
    jobs.deleteJobExecution("t2", "job-1", 1, false);
    assertThat(jobs.pendingJobExecutions("t2")).isEmpty();
  }

  @Test
  void retriesWhatFailed() throws Exception {
    jobs.createJob("job-1", "{}", "t1");
    assertError("InvalidStateTransitionException", () -> jobs.retryJobExecution("t1", "job-1"));
    update("t1", "FAILED");
    assertThat(jobs.describeJob("job-1").status()).isEqualTo(JobStatus.COMPLETED);
    JobExecution again = jobs.retryJobExecution("t1", "job-1");
    assertThat(again.executionNumber()).isEqualTo(2);
    assertThat(again.versionNumber()).isEqualTo(1);
    assertThat(jobs.describeJob("job-1").status()).isEqualTo(JobStatus.IN_PROGRESS);
    update("t1", "REJECTED");
    assertError("InvalidStateTransitionException", () -> jobs.retryJobExecution("t1", "job-1"));
    jobs.deleteJobExecution("t1", "job-1", 2, false);
    assertThat(jobs.describeJobExecution("t1", "job-1").executionNumber()).isEqualTo(1);
  }

  @Test
  void tellsTheEnd() throws Exception {
    jobs.createJob("job-1", "{}", "t1", "t2");
    CompletableFuture<JobExecution> first = jobs.whenTerminal("t1", "job-1");
    CompletableFuture<JobExecution> second = jobs.whenTerminal("t2", "job-1");
    update("t1", "SUCCEEDED");
    assertThat(first.get(10, SECONDS).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(jobs.whenTerminal("t1", "job-1")).isCompleted();
    jobs.deleteJob("job-1", true);
    assertThatThrownBy(() -> second.get(10, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(LocalJobsException.class);
    assertError("ResourceNotFoundException", () -> jobs.whenTerminal("t1", "job-1"));
  }

  @Test
  void closeEndsTheWaiting() {
    jobs.createJob("job-1", "{}", "t1");
    CompletableFuture<JobExecution> waiting = jobs.whenTerminal("t1", "job-1");
    jobs.close();
    assertThat(waiting).isCompletedExceptionally();
    jobs.createJob("job-2", "{}", "t1");
    clock.advance(Duration.ofDays(1));
  }

  @Test
  void timersFollowTheGivenClock() throws Exception {
    jobs.createJob(timer(CreateJob.builder("job-1").targets("t1"), 5));
    begin("t1");
    assertThat(jobs.describeJobExecution("t1", "job-1").approximateSecondsBeforeTimedOut())
        .hasValue(300);
    clock.advance(Duration.ofMinutes(5));
    JobExecution timedOut = jobs.describeJobExecution("t1", "job-1");
    assertThat(timedOut.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(timedOut.lastUpdatedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
  }

  private void begin(String thingName) throws Exception {
    update(thingName, "IN_PROGRESS");
  }

  private void update(String thingName, String status) throws Exception {
    String topic = "$aws/things/" + thingName + "/jobs/job-1/update";
    try (Mqtt5Device device = Mqtt5Device.plain(jobs, thingName)) {
      device.subscribe(QOS.AT_LEAST_ONCE, topic + "/+");
      device.publish(topic, "{\"status\":\"" + status + "\"}");
      device.next(topic + "/accepted");
    }
  }

  private ExecutionStatus status(String thingName) {
    return jobs.describeJobExecution(thingName, "job-1").status();
  }

  private static void assertError(String errorName, ThrowingCallable call) {
    LocalJobsException error = catchThrowableOfType(LocalJobsException.class, call);
    assertThat(error).isNotNull();
    assertThat(error.errorName()).isEqualTo(errorName);
  }
}

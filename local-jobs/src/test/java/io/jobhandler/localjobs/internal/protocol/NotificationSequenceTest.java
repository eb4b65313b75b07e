package io.jobhandler.localjobs.internal.protocol;

import static io.jobhandler.localjobs.internal.protocol.JobsHarness.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.internal.protocol.JobsHarness.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When devices are told of changes, and of which. */
class NotificationSequenceTest {
  private final JobsHarness jobs = new JobsHarness();

  @Test
  void followsTheWorkedSequenceOfTheDeveloperGuide() {
    jobs.create("job1");
    assertThat(told()).containsExactly("notify IN_PROGRESS[] QUEUED[job1]", "notify-next job1");
    jobs.create("job2");
    assertThat(told()).containsExactly("notify IN_PROGRESS[] QUEUED[job1, job2]");
    jobs.update("job1", "IN_PROGRESS").accepted();
    assertThat(told()).isEmpty();
    jobs.create("job3");
    assertThat(told()).containsExactly("notify IN_PROGRESS[job1] QUEUED[job2, job3]");
    jobs.update("job1", "SUCCEEDED").accepted();
    assertThat(told())
        .containsExactly("notify IN_PROGRESS[] QUEUED[job2, job3]", "notify-next job2");
    jobs.update("job3", "IN_PROGRESS").accepted();
    assertThat(told()).containsExactly("notify-next job3");
    jobs.update("job2", "REJECTED").accepted();
    assertThat(told()).containsExactly("notify IN_PROGRESS[job3] QUEUED[]");
    jobs.service.deleteExecution(THING, "job3", 1, true);
    assertThat(told()).containsExactly("notify IN_PROGRESS[] QUEUED[]", "notify-next none");
  }

  @Test
  void progressOfTheHeadIsNotTold() {
    jobs.create("job1");
    jobs.update("job1", "IN_PROGRESS");
    told();
    jobs.update("job1", "IN_PROGRESS").accepted();
    assertThat(told()).isEmpty();
  }

  @Test
  void listHasAtMostTenExecutions() {
    for (int i = 10; i < 22; i++) {
      jobs.create("job" + i);
      jobs.clock.advance(Duration.ofSeconds(1));
    }
    jobs.update("job21", "IN_PROGRESS");
    told();
    jobs.update("job10", "SUCCEEDED");
    assertThat(told())
        .first()
        .isEqualTo(
            "notify IN_PROGRESS[job21] QUEUED[job11, job12, job13, job14, job15, job16, job17,"
                + " job18, job19]");
    assertThat(jobs.ask("get", "").json().path("queuedJobs")).hasSize(9);
    assertThat(jobs.service.allPending(THING)).hasSize(11);
  }

  @Test
  void cancelledJobLeavesTheList() {
    jobs.create("job1");
    jobs.create("job2");
    jobs.update("job1", "IN_PROGRESS");
    told();
    jobs.service.cancelJob("job1", false);
    assertThat(told()).isEmpty();
    jobs.service.cancelJob("job1", true);
    assertThat(told()).containsExactly("notify IN_PROGRESS[] QUEUED[job2]", "notify-next job2");
  }

  @Test
  void retryIsAnotherHead() {
    jobs.create("job1");
    jobs.update("job1", "FAILED");
    told();
    jobs.service.retry(THING, "job1");
    assertThat(told()).containsExactly("notify IN_PROGRESS[] QUEUED[job1]", "notify-next job1");
  }

  @Test
  void namespaceHasAListOfItsOwn() {
    jobs.service.createJob(
        CreateJob.builder("job1").document("{}").targets(THING).namespaceId("ns").build());
    assertThat(jobs.notifications())
        .extracting(Answer::topic)
        .containsExactly("notify-namespace-ns");
    assertThat(jobs.ask("job1/get", "").code()).isEqualTo("ResourceNotFound");
    jobs.ask("job1/namespace-ns/get", "").accepted();
    assertThat(jobs.ask("$next/namespace-ns/get", "").json().at("/execution/jobId").asText())
        .isEqualTo("job1");
    jobs.ask("job1/namespace-ns/update", "{\"status\":\"SUCCEEDED\"}").accepted();
  }

  private List<String> told() {
    return jobs.notifications().stream().map(NotificationSequenceTest::summary).toList();
  }

  private static String summary(Answer message) {
    if (message.topic().equals("notify")) {
      return "notify IN_PROGRESS"
          + ids(message, "IN_PROGRESS")
          + " QUEUED"
          + ids(message, "QUEUED");
    }
    String jobId = message.json().at("/execution/jobId").asText();
    return message.topic() + " " + (jobId.isEmpty() ? "none" : jobId);
  }

  private static List<String> ids(Answer message, String status) {
    List<String> ids = new ArrayList<>();
    message.json().path("jobs").path(status).forEach(job -> ids.add(job.path("jobId").asText()));
    return ids;
  }
}

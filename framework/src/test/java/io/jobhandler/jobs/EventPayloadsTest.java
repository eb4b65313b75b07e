package io.jobhandler.jobs;

import static io.jobhandler.jobs.Payloads.AT_10;
import static io.jobhandler.jobs.Payloads.AT_9;
import static io.jobhandler.jobs.Payloads.execution;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notifications, byte for byte, as the client hands them on. */
class EventPayloadsTest {
  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  @Test
  void pendingListChanged() {
    List<JobExecutionsChangedEvent> heard = new ArrayList<>();
    client.onJobExecutionsChanged(heard::add);
    scripted.deliver(
        "notify",
        """
        {"timestamp":1767261600,"jobs":{"QUEUED":[{"jobId":"job1","queuedAt":1767258000,\
        "lastUpdatedAt":1767258000,"versionNumber":1,"executionNumber":1}]}}""");
    assertThat(heard)
        .containsExactly(
            new JobExecutionsChangedEvent(
                Map.of(
                    JobStatus.QUEUED,
                    List.of(new JobExecutionSummary("job1", AT_9, null, AT_9, 1, 1))),
                AT_10));
    assertThat(heard.get(0).jobs(JobStatus.IN_PROGRESS)).isEmpty();
  }

  @Test
  void pendingListBecameEmpty() {
    List<JobExecutionsChangedEvent> heard = new ArrayList<>();
    client.onJobExecutionsChanged(heard::add);
    scripted.deliver("notify", "{\"timestamp\":1767261600,\"jobs\":{}}");
    scripted.deliver("notify", "{\"timestamp\":1767261600,\"jobs\":{\"QUEUED\":[]}}");
    scripted.deliver("notify", "{\"timestamp\":1767261600,\"jobs\":{\"QUEUED\":null}}");
    assertThat(heard)
        .containsExactly(
            new JobExecutionsChangedEvent(Map.of(), AT_10),
            new JobExecutionsChangedEvent(Map.of(JobStatus.QUEUED, List.of()), AT_10),
            new JobExecutionsChangedEvent(Map.of(JobStatus.QUEUED, List.of()), AT_10));
  }

  @Test
  void headChanged() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver(
        "notify-next",
        """
        {"timestamp":1767261600,"execution":{"jobId":"job1","status":"QUEUED",\
        "queuedAt":1767258000,"lastUpdatedAt":1767258000,"versionNumber":1,"executionNumber":1,\
        "jobDocument":{"a":1}}}""");
    assertThat(heard)
        .containsExactly(
            new NextJobExecutionChangedEvent(
                new JobExecution(
                    "job1",
                    null,
                    JobStatus.QUEUED,
                    Map.of(),
                    AT_9,
                    null,
                    AT_9,
                    1,
                    1,
                    null,
                    JobDocument.of("{\"a\":1}")),
                AT_10));
  }

  @Test
  void headIsGone() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver("notify-next", "{\"timestamp\":1767261600}");
    assertThat(heard).containsExactly(new NextJobExecutionChangedEvent(null, AT_10));
  }

  @Test
  void fractionsOfSecondsAreKept() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver("notify-next", "{\"timestamp\":1767261600.636}");
    assertThat(heard)
        .containsExactly(new NextJobExecutionChangedEvent(null, AT_10.plusMillis(636)));
  }

  @Test
  void documentBehindAByteOrderMarkIsHandedOnByteForByte() {
    scripted.scheduler.runDue();
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    client.onNextJobExecutionChanged(heard::add);
    scripted.deliver(
        "notify-next",
        "\uFEFF{\"execution\":{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"versionNumber\":1,"
            + "\"executionNumber\":1,\"jobDocument\":{\"a\": 1.0}}}");
    assertThat(heard)
        .containsExactly(
            new NextJobExecutionChangedEvent(
                execution(JobStatus.QUEUED, 1, null, JobDocument.of("{\"a\": 1.0}")), null));
  }
}

package io.jobhandler.jobs;

import static io.jobhandler.jobs.ClientOverMqtt.THING;
import static io.jobhandler.jobs.ClientOverMqtt.heard;
import static io.jobhandler.jobs.ClientOverMqtt.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.jobs.ClientOverMqtt.Wire;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A script against a service, over a real connection. */
@Timeout(60)
class BlockingJobsTest {
  private final ClientOverMqtt mqtt = new ClientOverMqtt();

  @AfterEach
  void close() {
    mqtt.close();
  }

  @Test
  void scriptWorksThroughTheQueue() throws Exception {
    JobsClient jobs = mqtt.started(Wire.PLAIN);
    var changed = heard(jobs::onJobExecutionsChanged);
    try (BlockingJobs queue = jobs.blocking()) {
      assertThat(queue.changed()).isTrue();
      assertThat(queue.changed()).isFalse();
      assertThat(queue.describe()).isEmpty();
      assertThatThrownBy(() -> queue.update(JobStatus.SUCCEEDED, Map.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("nothing to update: describe() has given no execution");
      mqtt.service.createJob("job1", "{}", THING);
      next(changed);
      assertThat(queue.list()).extracting(JobExecutionSummary::jobId).containsExactly("job1");
      assertThat(queue.changed()).isTrue();
      assertThat(queue.describe()).map(JobExecution::versionNumber).contains(1L);
      queue.update(JobStatus.IN_PROGRESS, Map.of("step", "one"));
      queue.update(JobStatus.IN_PROGRESS, Map.of("step", "two"));
      queue.update(JobStatus.SUCCEEDED, Map.of());
      assertThatThrownBy(() -> queue.update(JobStatus.FAILED, Map.of()))
          .isInstanceOf(IllegalStateException.class);
      assertThat(mqtt.service.describeJobExecution(THING, "job1").versionNumber()).isEqualTo(4);
    }
  }

  @Test
  void scriptIsRefusedWhatAnotherHasChanged() throws Exception {
    JobsClient jobs = mqtt.started(Wire.PLAIN);
    mqtt.service.createJob("job1", "{}", THING);
    try (BlockingJobs queue = jobs.blocking()) {
      assertThat(queue.describe()).isPresent();
      mqtt.service.cancelJobExecution(THING, "job1", false);
      assertThatThrownBy(() -> queue.update(JobStatus.SUCCEEDED, Map.of()))
          .isInstanceOfSatisfying(
              JobsException.class,
              e -> assertThat(e.code()).contains(RejectedErrorCode.INVALID_STATE_TRANSITION));
    }
  }
}

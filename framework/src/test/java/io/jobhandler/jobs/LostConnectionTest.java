package io.jobhandler.jobs;

import static io.jobhandler.jobs.ClientOverMqtt.THING;
import static io.jobhandler.jobs.ClientOverMqtt.get;
import static io.jobhandler.jobs.ClientOverMqtt.headOf;
import static io.jobhandler.jobs.ClientOverMqtt.heard;
import static io.jobhandler.jobs.ClientOverMqtt.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.ClientOverMqtt.Wire;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client whose connection or whose answers are lost. */
@Timeout(60)
class LostConnectionTest {
  private final ClientOverMqtt mqtt = new ClientOverMqtt();

  @AfterEach
  void close() {
    mqtt.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  @DisplayName("Edge case 30: the service disconnects, and we connect besides")
  void clientComesBackAfterADisconnect(Wire wire) throws Exception {
    JobsClient jobs = mqtt.started(wire);
    var nextChanged = heard(jobs::onNextJobExecutionChanged);
    mqtt.service.faults().disconnectClients();
    assertThat(next(mqtt.states)).isEqualTo(ConnectionState.DISCONNECTED);
    assertThat(next(mqtt.states)).isEqualTo(ConnectionState.CONNECTED);
    mqtt.service.createJob("job1", "{}", THING);
    assertThat(headOf(next(nextChanged).execution()).jobId()).isEqualTo("job1");
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).hasSize(1);
    assertThat(mqtt.service.traffic().ofClient(THING).subscribes()).isEqualTo(2);
  }

  @Test
  void requestSurvivesADisconnect() throws Exception {
    JobsClient jobs = mqtt.started(Wire.PLAIN);
    mqtt.service.faults().disconnectClients();
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
  }

  @Test
  void requestSurvivesLostAndDuplicatedAnswers() throws Exception {
    JobsClient jobs =
        mqtt.newClient(
            Wire.PLAIN,
            JobsClientSettings.defaults()
                .withRequests(Duration.ofMillis(200), 4)
                .withBackoff(Duration.ofMillis(10), Duration.ofMillis(20)));
    get(jobs.start());
    mqtt.service.faults().dropResponses(2);
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
    mqtt.service.faults().duplicateResponses(1);
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
    mqtt.service.faults().rejectRequests("RequestThrottled", 2);
    assertThat(get(jobs.getPendingJobExecutions()).queuedJobs()).isEmpty();
  }
}

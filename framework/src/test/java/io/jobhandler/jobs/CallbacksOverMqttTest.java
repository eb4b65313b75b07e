package io.jobhandler.jobs;

import static io.jobhandler.jobs.ClientOverMqtt.THING;
import static io.jobhandler.jobs.ClientOverMqtt.get;
import static io.jobhandler.jobs.ClientOverMqtt.heard;
import static io.jobhandler.jobs.ClientOverMqtt.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.ClientOverMqtt.Wire;
import io.jobhandler.spi.MqttQos;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks against a service, over a real connection. */
@Timeout(60)
class CallbacksOverMqttTest {
  private final ClientOverMqtt mqtt = new ClientOverMqtt();

  @AfterEach
  void close() {
    mqtt.close();
  }

  @Test
  void callbacksHearWhatIsAccepted() throws Exception {
    JobsCallbacks callbacks = mqtt.started(Wire.PLAIN).callbacks();
    mqtt.service.createJob("job1", "{}", THING);
    var pending = heard(callbacks::onGetPendingJobExecutionsAccepted);
    var begun = heard(callbacks::onStartNextPendingJobExecutionAccepted);
    BlockingQueue<DescribeJobExecutionResponse> described = new LinkedBlockingQueue<>();
    callbacks.onDescribeJobExecutionAccepted("$next", described::add);
    BlockingQueue<UpdateJobExecutionResponse> updated = new LinkedBlockingQueue<>();
    callbacks.onUpdateJobExecutionAccepted("job1", updated::add);
    get(
        callbacks.publishGetPendingJobExecutions(
            new GetPendingJobExecutionsRequest("a"), MqttQos.AT_LEAST_ONCE));
    assertThat(next(pending).clientToken()).isEqualTo("a");
    get(
        callbacks.publishStartNextPendingJobExecution(
            new StartNextPendingJobExecutionRequest(null, null, "b"), MqttQos.AT_MOST_ONCE));
    assertThat(next(begun).clientToken()).isEqualTo("b");
    get(
        callbacks.publishDescribeJobExecution(
            DescribeJobExecutionRequest.next().withClientToken("c"), MqttQos.AT_LEAST_ONCE));
    assertThat(next(described).clientToken()).isEqualTo("c");
    get(callbacks.publishUpdateJobExecution(update("job1", "d"), MqttQos.AT_LEAST_ONCE));
    assertThat(next(updated).clientToken()).isEqualTo("d");
  }

  private static UpdateJobExecutionRequest update(String jobId, String token) {
    return UpdateJobExecutionRequest.builder(jobId, JobStatus.SUCCEEDED).clientToken(token).build();
  }

  @Test
  void callbacksHearWhatIsRejected() throws Exception {
    JobsCallbacks callbacks = mqtt.started(Wire.PLAIN).callbacks();
    BlockingQueue<RejectedError> heard = new LinkedBlockingQueue<>();
    callbacks.onGetPendingJobExecutionsRejected(heard::add);
    callbacks.onStartNextPendingJobExecutionRejected(heard::add);
    callbacks.onDescribeJobExecutionRejected("job1", heard::add);
    callbacks.onUpdateJobExecutionRejected("job1", heard::add);
    mqtt.service.faults().rejectRequests("InternalError", 4);
    callbacks.publishGetPendingJobExecutions(
        new GetPendingJobExecutionsRequest("a"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).clientToken()).isEqualTo("a");
    callbacks.publishStartNextPendingJobExecution(
        new StartNextPendingJobExecutionRequest(null, null, "b"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).clientToken()).isEqualTo("b");
    callbacks.publishDescribeJobExecution(
        DescribeJobExecutionRequest.of("job1").withClientToken("c"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).clientToken()).isEqualTo("c");
    callbacks.publishUpdateJobExecution(update("job1", "d"), MqttQos.AT_LEAST_ONCE);
    assertThat(next(heard).code()).isEqualTo(RejectedErrorCode.INTERNAL_ERROR);
  }
}

package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.spi.MqttQos;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears which messages. */
class JobsCallbacksTest {
  private static final DescribeJobExecutionRequest DESCRIBE =
      DescribeJobExecutionRequest.of("job1");

  private final ScriptedClient scripted = ScriptedClient.connected();
  private final JobsClient client = scripted.client;

  @AfterEach
  void close() {
    scripted.close();
  }

  @Test
  void callbacksPublishOnceAndAsGiven() {
    var acknowledged =
        client.callbacks().publishDescribeJobExecution(DESCRIBE, MqttQos.AT_MOST_ONCE);
    scripted.scheduler.runDue();
    assertThat(acknowledged).isCompleted();
    assertThat(scripted.transport.lastPublish().text()).isEqualTo("{}");
    assertThat(scripted.transport.lastPublish().qos()).isEqualTo(MqttQos.AT_MOST_ONCE);
    scripted.advance(Duration.ofMinutes(5));
    assertThat(scripted.requestsTo("job1/get")).hasSize(1);
  }

  @Test
  void callbacksHearAnswersToFuturesToo() {
    List<String> heard = new ArrayList<>();
    client.callbacks().onGetPendingJobExecutionsAccepted(response -> heard.add("accepted"));
    client.callbacks().onGetPendingJobExecutionsRejected(error -> heard.add("rejected"));
    client.getPendingJobExecutions();
    scripted.answer("get/accepted", "");
    client.getPendingJobExecutions();
    scripted.answer("get/rejected", "\"code\":\"InvalidRequest\"");
    assertThat(heard).containsExactly("accepted", "rejected");
  }

  @Test
  void callbacksOfOneJobHearNoOther() {
    List<String> heard = new ArrayList<>();
    client.callbacks().onDescribeJobExecutionAccepted("job1", response -> heard.add("job1"));
    client.callbacks().onDescribeJobExecutionRejected("job1", error -> heard.add("refused"));
    client.callbacks().onUpdateJobExecutionAccepted("job1", response -> heard.add("updated"));
    scripted.deliver("job2/get/accepted", "{}");
    scripted.deliver("job2/get/rejected", "{\"code\":\"InternalError\"}");
    scripted.deliver("job2/update/accepted", "{}");
    assertThat(heard).isEmpty();
    scripted.deliver("job1/get/accepted", "{}");
    scripted.deliver("job1/get/rejected", "{\"code\":\"InternalError\"}");
    scripted.deliver("job1/update/accepted", "{}");
    assertThat(heard).containsExactly("job1", "refused", "updated");
  }

  @Test
  void listenerThatThrowsHarmsNeitherOthersNorTheRequest() {
    List<String> heard = new ArrayList<>();
    Registration bad =
        client
            .callbacks()
            .onDescribeJobExecutionAccepted(
                "job1",
                response -> {
                  throw new IllegalStateException("thrown by the test");
                });
    client.callbacks().onDescribeJobExecutionAccepted("job1", response -> heard.add("heard"));
    var request = client.describeJobExecution(DESCRIBE);
    scripted.answer("job1/get/accepted", "");
    assertThat(request).isCompleted();
    assertThat(heard).containsExactly("heard");
    bad.close();
  }

  @Test
  void listenerTakenBackHearsNoMore() {
    List<NextJobExecutionChangedEvent> heard = new ArrayList<>();
    Registration one = client.onNextJobExecutionChanged(heard::add);
    Registration other = client.onNextJobExecutionChanged(heard::add);
    one.close();
    one.close();
    scripted.deliver("notify-next", "{}");
    assertThat(heard).hasSize(1);
    other.close();
    scripted.deliver("notify-next", "{}");
    assertThat(heard).hasSize(1);
  }
}

package io.jobhandler.localjobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt.QualityOfService;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.DisconnectPacket.DisconnectReasonCode;

class FaultsTest {
  private static final String JOBS = "$aws/things/thing-1/jobs/";
  private final LocalJobs jobs = LocalJobs.builder().start();
  private Mqtt5Device device;

  @BeforeEach
  void connect() throws Exception {
    device = Mqtt5Device.plain(jobs, "a");
    device.subscribe(QOS.AT_LEAST_ONCE, JOBS + "#");
  }

  @AfterEach
  void stop() {
    device.close();
    jobs.close();
  }

  @Test
  void deniedSubscriptionDisconnects() throws Exception {
    jobs.faults().denySubscription("denied");
    assertThat(device.client.subscribe(Mqtt5Device.packet(QOS.AT_LEAST_ONCE, "allowed", "denied")))
        .isNotNull();
    assertThat(device.disconnections.poll(10, SECONDS).getDisconnectPacket().getReasonCode())
        .isEqualTo(DisconnectReasonCode.NOT_AUTHORIZED);
  }

  @Test
  void refusedSubscriptionIsTold() throws Exception {
    jobs.faults().refuseSubscription("refused");
    try (MqttClientConnection old = Mqtt311Connections.plain(jobs, "old")) {
      assertThatThrownBy(
              () ->
                  old.subscribe("refused", QualityOfService.AT_LEAST_ONCE, message -> {})
                      .get(10, SECONDS))
          .isInstanceOf(ExecutionException.class);
      old.disconnect().get(10, SECONDS);
    }
  }

  @Test
  void dropsResponsesOfServedRequests() throws Exception {
    jobs.createJob("job-1", "{}", "thing-1");
    device.next();
    device.next();
    jobs.faults().dropResponses(1);
    device.publish(JOBS + "start-next", "{}");
    device.expectNothing();
    assertThat(jobs.describeJobExecution("thing-1", "job-1").status())
        .isEqualTo(ExecutionStatus.IN_PROGRESS);
    device.publish(JOBS + "start-next", "{}");
    device.next(JOBS + "start-next/accepted");
  }

  @Test
  void duplicatesResponses() throws Exception {
    jobs.faults().duplicateResponses(1);
    device.publish(JOBS + "get", "{}");
    device.publish(JOBS + "get", "{}");
    for (int i = 0; i < 3; i++) {
      device.next(JOBS + "get/accepted");
    }
    device.expectNothing();
  }

  @Test
  void dropsNotifications() throws Exception {
    jobs.faults().dropNotifications(1);
    jobs.createJob("job-1", "{}", "thing-1");
    device.next(JOBS + "notify-next");
  }

  @Test
  void rejectsRequestsWithTheirToken() throws Exception {
    jobs.faults().rejectRequests("RequestThrottled", 1);
    device.publish(JOBS + "get", "{\"clientToken\":\"t\"}");
    assertThat(device.next(JOBS + "get/rejected")).contains("RequestThrottled", "\"t\"");
    device.publish(JOBS + "get", "{}");
    device.next(JOBS + "get/accepted");
    assertThatThrownBy(() -> jobs.faults().rejectRequests("Tired", 1))
        .hasMessageContaining("'Tired' is no code of the service; known: [InvalidTopic");
  }

  @Test
  void disconnectsClients() throws Exception {
    jobs.faults().disconnectClients();
    assertThat(device.disconnections.poll(10, SECONDS).getDisconnectPacket()).isNull();
    device.awaitConnection();
  }

  @Test
  void clearsFaults() throws Exception {
    jobs.faults().dropResponses(5);
    jobs.faults().denySubscription("denied");
    jobs.faults().clear();
    device.subscribe(QOS.AT_LEAST_ONCE, "denied");
    device.publish(JOBS + "get", "{}");
    device.next(JOBS + "get/accepted");
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatThrownBy(() -> jobs.faults().dropResponses(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}

package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.mqtt.MqttClientConnection;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.ConnAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.ConnectPacket;
import software.amazon.awssdk.crt.mqtt5.packets.DisconnectPacket.DisconnectReasonCode;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubAckPacket.SubAckReasonCode;
import software.amazon.awssdk.crt.mqtt5.packets.UnsubAckPacket.UnsubAckReasonCode;

/** The broker as MQTT clients see it. */
class BrokerTest {
  private static final String JOBS = "$aws/things/thing-1/jobs/";
  private final LocalJobs jobs = LocalJobs.builder().start();

  @AfterEach
  void stop() {
    jobs.close();
  }

  @Test
  void acknowledgesEachFilterByItself() throws Exception {
    try (Mqtt5Device device = Mqtt5Device.plain(jobs, "a")) {
      jobs.faults().refuseSubscription("forbidden");
      assertThat(
              device.subscribe(QOS.AT_LEAST_ONCE, "a/b", "forbidden", "c/+", "#").getReasonCodes())
          .containsExactly(
              SubAckReasonCode.GRANTED_QOS_1,
              SubAckReasonCode.NOT_AUTHORIZED,
              SubAckReasonCode.GRANTED_QOS_1,
              SubAckReasonCode.GRANTED_QOS_1);
      assertThat(device.subscribe(QOS.AT_MOST_ONCE, "a/b").getReasonCodes())
          .containsExactly(SubAckReasonCode.GRANTED_QOS_0);
      assertThat(device.unsubscribe("a/b", "never", "c/+").getReasonCodes())
          .containsExactly(
              UnsubAckReasonCode.SUCCESS,
              UnsubAckReasonCode.NO_SUBSCRIPTION_EXISTED,
              UnsubAckReasonCode.SUCCESS);
    }
  }

  @Test
  void carriesMessagesBetweenClientsWithWildcards() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a");
        Mqtt5Device b = Mqtt5Device.secure(jobs, "b")) {
      b.subscribe(QOS.AT_LEAST_ONCE, "x/+/z", "x/#");
      a.publish("x/y/z", "once for both filters");
      a.publish("x", "parent level");
      a.publish("y", "not for b");
      assertThat(b.next("x/y/z")).isEqualTo("once for both filters");
      assertThat(b.next("x")).isEqualTo("parent level");
      b.expectNothing();
    }
  }

  @Test
  void deliversAtTheLowerQos() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      a.subscribe(QOS.AT_MOST_ONCE, "low");
      a.subscribe(QOS.AT_LEAST_ONCE, "high", JOBS + "get/accepted");
      a.publish("low", "");
      assertThat(a.next().getQOS()).isEqualTo(QOS.AT_MOST_ONCE);
      a.publish("high", "");
      assertThat(a.next().getQOS()).isEqualTo(QOS.AT_LEAST_ONCE);
      a.publish(PublishPacket.of("high", QOS.AT_MOST_ONCE, new byte[0]));
      assertThat(a.next().getQOS()).isEqualTo(QOS.AT_MOST_ONCE);
      a.publish(JOBS + "get", "");
      assertThat(a.next().getQOS()).isEqualTo(QOS.AT_LEAST_ONCE);
    }
  }

  @Test
  void answersOnlyTheClientThatAskedAndHasSubscribed() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a");
        Mqtt5Device b = Mqtt5Device.plain(jobs, "b")) {
      b.subscribe(QOS.AT_LEAST_ONCE, JOBS + "#");
      a.publish(JOBS + "get", "{}");
      a.expectNothing();
      b.expectNothing();
      a.subscribe(QOS.AT_LEAST_ONCE, JOBS + "get/+");
      a.publish(JOBS + "get", "{}");
      assertThat(a.next(JOBS + "get/accepted")).contains("queuedJobs");
      b.expectNothing();
    }
  }

  @Test
  void notifiesAllWhoSubscribedButNotThroughALeadingWildcard() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a");
        Mqtt5Device b = Mqtt5Device.plain(jobs, "b");
        Mqtt5Device c = Mqtt5Device.plain(jobs, "c")) {
      a.subscribe(QOS.AT_LEAST_ONCE, JOBS + "notify");
      b.subscribe(QOS.AT_LEAST_ONCE, "$aws/things/+/jobs/notify");
      c.subscribe(QOS.AT_LEAST_ONCE, "+/things/thing-1/jobs/notify");
      jobs.createJob("job-1", "{}", "thing-1");
      a.next(JOBS + "notify");
      b.next(JOBS + "notify");
      c.expectNothing();
    }
  }

  @Test
  void updateIsAnsweredBeforeItsNotifications() throws Exception {
    jobs.createJob("job-1", "{}", "thing-1");
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      a.subscribe(
          QOS.AT_LEAST_ONCE, JOBS + "notify-next", JOBS + "notify", JOBS + "+/update/accepted");
      a.publish(JOBS + "job-1/update", "{\"status\":\"SUCCEEDED\"}");
      a.next(JOBS + "job-1/update/accepted");
      a.next(JOBS + "notify");
      a.next(JOBS + "notify-next");
    }
  }

  @Test
  void clientCannotForgeNotifications() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a");
        Mqtt5Device b = Mqtt5Device.plain(jobs, "b")) {
      b.subscribe(QOS.AT_LEAST_ONCE, JOBS + "notify");
      a.subscribe(QOS.AT_LEAST_ONCE, JOBS + "notify/rejected");
      a.publish(JOBS + "notify", "{}");
      assertThat(a.next(JOBS + "notify/rejected")).contains("InvalidTopic");
      b.expectNothing();
    }
  }

  @Test
  void retainedPublishToReservedTopicEndsTheConnection() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      a.client.publish(
          new PublishPacket.PublishPacketBuilder(
                  JOBS + "get", QOS.AT_MOST_ONCE, "{}".getBytes(UTF_8))
              .withRetain(true)
              .build());
      assertThat(reason(a)).isEqualTo(DisconnectReasonCode.RETAIN_NOT_SUPPORTED);
    }
  }

  @Test
  void keepsRetainedMessagesOfPlainTopics() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      a.publish(
          new PublishPacket.PublishPacketBuilder("kept", QOS.AT_LEAST_ONCE, "v".getBytes(UTF_8))
              .withRetain(true)
              .build());
      a.subscribe(QOS.AT_LEAST_ONCE, "kept");
      PublishPacket kept = a.next();
      assertThat(kept.getRetain()).isTrue();
      assertThat(Mqtt5Device.text(kept)).isEqualTo("v");
    }
  }

  @Test
  void secondConnectionOfAClientIdDropsTheFirst() throws Exception {
    try (Mqtt5Device first = Mqtt5Device.plain(jobs, "same")) {
      try (MqttClientConnection second = Mqtt311Connections.plain(jobs, "same")) {
        assertThat(reason(first)).isEqualTo(DisconnectReasonCode.SESSION_TAKEN_OVER);
        second.disconnect().get(10, SECONDS);
      }
    }
  }

  @Test
  void nineFiltersInOneSubscribeEndTheConnection() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      String[] filters = IntStream.range(0, 9).mapToObj(i -> "f/" + i).toArray(String[]::new);
      var subscribing = a.client.subscribe(Mqtt5Device.packet(QOS.AT_LEAST_ONCE, filters));
      assertThat(reason(a)).isEqualTo(DisconnectReasonCode.QUOTA_EXCEEDED);
      assertThat(subscribing).isNotNull();
    }
  }

  @Test
  void fiftyFirstFilterIsRefused() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      for (int i = 0; i < 50; i++) {
        a.subscribe(QOS.AT_LEAST_ONCE, "f/" + i);
      }
      assertThat(a.subscribe(QOS.AT_LEAST_ONCE, "f/50", "f/0").getReasonCodes())
          .containsExactly(SubAckReasonCode.QUOTA_EXCEEDED, SubAckReasonCode.GRANTED_QOS_1);
    }
  }

  @Test
  void topicWithTooManyLevelsEndsTheConnection() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      a.client.publish(PublishPacket.of("1/2/3/4/5/6/7/8/9", QOS.AT_MOST_ONCE, new byte[0]));
      assertThat(reason(a)).isEqualTo(DisconnectReasonCode.TOPIC_NAME_INVALID);
    }
  }

  @Test
  void tellsThatSessionsDoNotOutliveTheConnection() throws Exception {
    var connect =
        new ConnectPacket.ConnectPacketBuilder()
            .withClientId("a")
            .withSessionExpiryIntervalSeconds(600L);
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, connect)) {
      jobs.faults().disconnectClients();
      ConnAckPacket again = a.awaitConnection();
      assertThat(again.getSessionPresent()).isFalse();
      assertThat(again.getSessionExpiryIntervalSeconds()).isZero();
      assertThat(again.getMaximumQOS()).isEqualTo(QOS.AT_LEAST_ONCE);
    }
  }

  @Test
  void keepsWithinTheReceiveMaximum() throws Exception {
    var connect = new ConnectPacket.ConnectPacketBuilder().withClientId("b").withReceiveMaximum(2L);
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a");
        Mqtt5Device b = Mqtt5Device.plain(jobs, connect)) {
      b.subscribe(QOS.AT_LEAST_ONCE, "many");
      for (int i = 0; i < 100; i++) {
        a.publish("many", "" + i);
      }
      for (int i = 0; i < 100; i++) {
        assertThat(b.next("many")).isEqualTo("" + i);
      }
    }
  }

  @Test
  void publishesTheWillOfALostClientOnly() throws Exception {
    var connect =
        new ConnectPacket.ConnectPacketBuilder()
            .withClientId("a")
            .withWill(PublishPacket.of("will", QOS.AT_LEAST_ONCE, "lost".getBytes(UTF_8)));
    try (Mqtt5Device b = Mqtt5Device.plain(jobs, "b")) {
      b.subscribe(QOS.AT_LEAST_ONCE, "will");
      Mqtt5Device.plain(jobs, connect).close();
      try (Mqtt5Device taken = Mqtt5Device.plain(jobs, connect);
          MqttClientConnection thief = Mqtt311Connections.plain(jobs, "a")) {
        assertThat(reason(taken)).isEqualTo(DisconnectReasonCode.SESSION_TAKEN_OVER);
        assertThat(b.next("will")).isEqualTo("lost");
        thief.disconnect().get(10, SECONDS);
      }
    }
  }

  @Test
  void countsTraffic() throws Exception {
    try (Mqtt5Device a = Mqtt5Device.plain(jobs, "a")) {
      a.subscribe(QOS.AT_LEAST_ONCE, JOBS + "get/accepted", JOBS + "get/rejected");
      a.publish(JOBS + "get", "");
      a.next(JOBS + "get/accepted");
      a.unsubscribe(JOBS + "get/rejected");
      assertThat(jobs.traffic().ofClient("a")).isEqualTo(new Traffic.Counts(1, 1, 1, 1, 1));
      assertThat(jobs.traffic().ofThing("thing-1")).isEqualTo(new Traffic.Counts(0, 1, 1, 1, 1));
      assertThat(jobs.traffic().total()).isEqualTo(new Traffic.Counts(1, 1, 1, 1, 1));
      assertThat(jobs.traffic().ofThing("other").publishesIn()).isZero();
    }
  }

  private static DisconnectReasonCode reason(Mqtt5Device device) throws InterruptedException {
    OnDisconnectionReturn event = device.disconnections.poll(10, SECONDS);
    assertThat(event).isNotNull();
    assertThat(event.getDisconnectPacket()).isNotNull();
    return event.getDisconnectPacket().getReasonCode();
  }
}

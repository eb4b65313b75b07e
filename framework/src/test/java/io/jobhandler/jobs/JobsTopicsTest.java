package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.jobs.JobsTopics.Inbound;
import io.jobhandler.spi.MqttQos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobsTopicsTest {
  private static final String PREFIX = "$aws/things/thing:1_a-b/jobs/";

  private final JobsTopics topics = new JobsTopics("thing:1_a-b");

  @Test
  void requestTopicsAreTheServices() {
    assertThat(topics.request(Operation.GET_PENDING, null)).isEqualTo(PREFIX + "get");
    assertThat(topics.request(Operation.START_NEXT, null)).isEqualTo(PREFIX + "start-next");
    assertThat(topics.request(Operation.DESCRIBE, "$next")).isEqualTo(PREFIX + "$next/get");
    assertThat(topics.request(Operation.UPDATE, "job1")).isEqualTo(PREFIX + "job1/update");
  }

  @Test
  void standingSubscriptionsFitIntoOnePacket() {
    assertThat(topics.standingSubscriptions(MqttQos.AT_LEAST_ONCE, MqttQos.AT_MOST_ONCE))
        .hasSize(6)
        .allMatch(subscription -> subscription.topicFilter().startsWith(PREFIX));
  }

  @ParameterizedTest
  @CsvSource({
    "get/accepted, GET_PENDING, , true",
    "get/rejected, GET_PENDING, , false",
    "start-next/accepted, START_NEXT, , true",
    "start-next/rejected, START_NEXT, , false",
    "$next/get/accepted, DESCRIBE, $next, true",
    "job1/get/rejected, DESCRIBE, job1, false",
    "get/get/accepted, DESCRIBE, get, true",
    "job1/update/accepted, UPDATE, job1, true",
    "notify/update/rejected, UPDATE, notify, false"
  })
  void answersAreTold(String topic, Operation operation, String jobId, boolean accepted) {
    assertThat(topics.parse(PREFIX + topic))
        .isEqualTo(new Inbound.Answer(operation, jobId, accepted));
  }

  @Test
  void notificationsAreTold() {
    assertThat(topics.parse(PREFIX + "notify")).isEqualTo(new Inbound.Changed());
    assertThat(topics.parse(PREFIX + "notify-next")).isEqualTo(new Inbound.NextChanged());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "get",
        "get/",
        "update/accepted",
        "job1/start-next/accepted",
        "job1/get/",
        "job1/get",
        "get/ACCEPTED",
        "/get/accepted/",
        "notify-namespace-ns",
        "job1/namespace-ns/get/accepted"
      })
  void otherTopicsAreNone(String topic) {
    assertThat(topics.parse(PREFIX + topic)).isNull();
  }

  @Test
  void topicsOfAnotherThingAreNone() {
    assertThat(topics.parse("$aws/things/thing:1_a-bc/jobs/notify")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a b", "+", "#", "é", "a\n"})
  void thingNamesOfAnotherFormAreRefused(String thingName) {
    assertThatThrownBy(() -> new JobsTopics(thingName))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "thing name '%s' is not 1 to 128 characters of [a-zA-Z0-9:_-]".formatted(thingName));
  }

  @Test
  void thingNamesHaveUpTo128Characters() {
    assertThat(new JobsTopics("x".repeat(128)).parse("notify")).isNull();
    String tooLong = "x".repeat(129);
    assertThatThrownBy(() -> new JobsTopics(tooLong)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.jobhandler.jobs;

import static io.jobhandler.jobs.ClientOverMqtt.THING;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jobhandler.jobs.ClientOverMqtt.Wire;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client whose policy forbids a subscription. */
@Timeout(60)
class RefusedSubscriptionTest {
  private final ClientOverMqtt mqtt = new ClientOverMqtt();

  @AfterEach
  void close() {
    mqtt.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"notify", "notify-next", "get/+", "start-next/+", "+/get/+", "+/update/+"})
  @DisplayName("Edge case 29: a forbidden subscription drops the connection, again and again")
  void filterThatDropsTheConnectionIsNamed(String level) throws Exception {
    String filter = "$aws/things/thing-1/jobs/" + level;
    mqtt.service.faults().denySubscription(filter);
    assertThat(refusalAtStart().topicFilters()).containsExactly(filter);
    // A fourth may be on its way when the third drop convicts; it is not a loop.
    assertThat(mqtt.service.traffic().ofClient(THING).connects()).isBetween(3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notify-next", "+/update/+"})
  void filterRefusedBySubackIsNamed(String level) throws Exception {
    String filter = "$aws/things/thing-1/jobs/" + level;
    mqtt.service.faults().refuseSubscription(filter);
    assertThat(refusalAtStart().topicFilters()).containsExactly(filter);
    assertThat(mqtt.service.traffic().ofClient(THING).connects()).isEqualTo(1);
  }

  private SubscriptionRefusedException refusalAtStart() {
    CompletableFuture<Void> started =
        mqtt.newClient(Wire.PLAIN, JobsClientSettings.defaults()).start();
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> started.get(20, SECONDS));
    return assertInstanceOf(SubscriptionRefusedException.class, failure.getCause());
  }
}

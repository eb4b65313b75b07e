package io.jobhandler.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MqttConnectionTest {
  private static final MqttConnection.Tls TLS =
      new MqttConnection.Tls(Path.of("certificate"), Path.of("key"), null);
  private static final MqttConnection PLAIN = MqttConnection.plainText("host", 1883, "thing-1");

  @Test
  void defaultsSuitTheService() {
    assertThat(MqttConnection.mutualTls("host", TLS, "thing-1"))
        .isEqualTo(
            new MqttConnection(
                "host",
                8883,
                "thing-1",
                TLS,
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2)));
  }

  @Test
  void eachChangeLeavesTheRest() {
    assertThat(
            PLAIN
                .withPort(443)
                .withKeepAlive(Duration.ofSeconds(30))
                .withReconnectDelay(Duration.ofMillis(1), Duration.ofMillis(1)))
        .isEqualTo(
            new MqttConnection(
                "host",
                443,
                "thing-1",
                null,
                Duration.ofSeconds(30),
                Duration.ofMillis(1),
                Duration.ofMillis(1)));
  }

  @Test
  void limitsAreWithinTheRange() {
    assertThat(PLAIN.withPort(1).withPort(65535).port()).isEqualTo(65535);
    assertThat(PLAIN.withKeepAlive(Duration.ofMinutes(20)).keepAlive()).hasMinutes(20);
    String longest = "x".repeat(128);
    assertThat(MqttConnection.plainText("host", 1, longest).clientId()).isEqualTo(longest);
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertRefused(() -> PLAIN.withPort(0), "port is 0, expected 1 to 65535");
    assertRefused(() -> PLAIN.withPort(65536), "port is 65536, expected 1 to 65535");
    assertRefused(
        () -> MqttConnection.plainText("host", 1, ""),
        "clientId has 0 characters, expected 1 to 128");
    assertRefused(
        () -> MqttConnection.plainText("host", 1, "x".repeat(129)),
        "clientId has 129 characters, expected 1 to 128");
    assertRefused(
        () -> PLAIN.withKeepAlive(Duration.ofSeconds(29)),
        "keepAlive is PT29S, expected PT30S to PT20M");
    assertRefused(
        () -> PLAIN.withKeepAlive(Duration.ofSeconds(1201)),
        "keepAlive is PT20M1S, expected PT30S to PT20M");
    assertRefused(
        () -> PLAIN.withReconnectDelay(Duration.ZERO, Duration.ofSeconds(1)),
        "minReconnectDelay is PT0S, expected PT0.001S to PT1S");
    assertRefused(
        () -> PLAIN.withReconnectDelay(Duration.ofSeconds(2), Duration.ofSeconds(1)),
        "minReconnectDelay is PT2S, expected PT0.001S to PT1S");
  }

  private static void assertRefused(ThrowingCallable change, String message) {
    assertThatThrownBy(change).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}

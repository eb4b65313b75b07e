package io.jobhandler.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to an endpoint with MQTT 5. Immutable.
 *
 * @param endpoint a host name or address, for instance {@code abc-ats.iot.eu-west-1.amazonaws.com}
 * @param port 1 to 65535
 * @param clientId 1 to 128 characters; AWS IoT Core drops an older connection with the same one
 * @param tls the device's credentials; null connects in plain text, for brokers on the same machine
 * @param keepAlive how often the connection is probed while idle, 30 to 1200 seconds
 * @param minReconnectDelay the wait before the second attempt to connect; doubles up to the longest
 * @param maxReconnectDelay the longest wait between attempts to connect
 */
public record MqttConnection(
    String endpoint,
    int port,
    String clientId,
    @Nullable Tls tls,
    Duration keepAlive,
    Duration minReconnectDelay,
    Duration maxReconnectDelay) {

  /**
   * The credentials of mutual TLS, each a PEM file.
   *
   * @param certificate the device's certificate
   * @param privateKey its private key, PKCS#8 or PKCS#1, unencrypted
   * @param certificateAuthority what the server's certificate is checked against; null for the
   *     system's trust store
   */
  public record Tls(Path certificate, Path privateKey, @Nullable Path certificateAuthority) {}

  /** Checks what can be checked without connecting. */
  public MqttConnection {
    Objects.requireNonNull(endpoint, "endpoint");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port is " + port + ", expected 1 to 65535");
    }
    if (clientId.isEmpty() || clientId.length() > 128) {
      throw new IllegalArgumentException(
          "clientId has " + clientId.length() + " characters, expected 1 to 128");
    }
    requireInRange("keepAlive", keepAlive, Duration.ofSeconds(30), Duration.ofSeconds(1200));
    requireInRange("minReconnectDelay", minReconnectDelay, Duration.ofMillis(1), maxReconnectDelay);
  }

  private static void requireInRange(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, expected %s to %s".formatted(name, value, least, most));
    }
  }

  /**
   * Begins to describe a connection with mutual TLS, on port 8883.
   *
   * @param endpoint a host name or address
   * @param tls the device's credentials
   * @param clientId the MQTT client identifier, by custom the thing's name
   * @return a connection with the defaults otherwise
   */
  public static MqttConnection mutualTls(String endpoint, Tls tls, String clientId) {
    return withDefaults(endpoint, 8883, clientId, Objects.requireNonNull(tls, "tls"));
  }

  /**
   * Begins to describe a connection without encryption or authentication, for a broker on the same
   * machine.
   *
   * @param endpoint a host name or address
   * @param port 1 to 65535
   * @param clientId the MQTT client identifier, by custom the thing's name
   * @return a connection with the defaults otherwise
   */
  public static MqttConnection plainText(String endpoint, int port, String clientId) {
    return withDefaults(endpoint, port, clientId, null);
  }

  private static MqttConnection withDefaults(
      String endpoint, int port, String clientId, @Nullable Tls tls) {
    return new MqttConnection(
        endpoint,
        port,
        clientId,
        tls,
        Duration.ofSeconds(60),
        Duration.ofSeconds(1),
        Duration.ofMinutes(2));
  }

  /**
   * The same connection on another port.
   *
   * @param newPort 1 to 65535
   * @return a copy
   */
  public MqttConnection withPort(int newPort) {
    return new MqttConnection(
        endpoint, newPort, clientId, tls, keepAlive, minReconnectDelay, maxReconnectDelay);
  }

  /**
   * The same connection with another probing interval.
   *
   * @param interval 30 to 1200 seconds
   * @return a copy
   */
  public MqttConnection withKeepAlive(Duration interval) {
    return new MqttConnection(
        endpoint, port, clientId, tls, interval, minReconnectDelay, maxReconnectDelay);
  }

  /**
   * The same connection with other waits between attempts to connect.
   *
   * @param shortest the wait before the second attempt, at least a millisecond
   * @param longest the longest wait
   * @return a copy
   */
  public MqttConnection withReconnectDelay(Duration shortest, Duration longest) {
    return new MqttConnection(endpoint, port, clientId, tls, keepAlive, shortest, longest);
  }
}

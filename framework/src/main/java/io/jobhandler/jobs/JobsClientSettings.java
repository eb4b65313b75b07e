package io.jobhandler.jobs;

import io.jobhandler.spi.MqttQos;
import java.time.Duration;

/**
 * How a {@link JobsClient} sends. Immutable; begin with {@link #defaults()}.
 *
 * @param requestTimeout how long one attempt of a request waits for its response; 10 seconds
 * @param maxAttempts how often a request is sent at the most; 4
 * @param initialBackoff about how long the second attempt is delayed, doubling after; 500 ms
 * @param maxBackoff the longest delay of an attempt; 30 seconds
 * @param requestQos how requests are published; at least once
 * @param responseQos how responses are subscribed to; at most once, since a lost one is asked for
 *     again and an acknowledgement costs a packet
 * @param notificationQos how notifications are subscribed to; at least once
 * @param publishesPerSecond the most publishes in a second; 40, and 0 for no limit. AWS IoT Core
 *     drops what goes over 100 a second, in and out
 */
public record JobsClientSettings(
    Duration requestTimeout,
    int maxAttempts,
    Duration initialBackoff,
    Duration maxBackoff,
    MqttQos requestQos,
    MqttQos responseQos,
    MqttQos notificationQos,
    int publishesPerSecond) {

  /** Checks the ranges. */
  public JobsClientSettings {
    requirePositive("requestTimeout", requestTimeout);
    requirePositive("initialBackoff", initialBackoff);
    if (maxBackoff.compareTo(initialBackoff) < 0) {
      throw new IllegalArgumentException(
          "maxBackoff is %s, expected at least initialBackoff, %s"
              .formatted(maxBackoff, initialBackoff));
    }
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ", expected 1 or more");
    }
    if (publishesPerSecond < 0) {
      throw new IllegalArgumentException(
          "publishesPerSecond is " + publishesPerSecond + ", expected 0 or more");
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is " + value + ", expected more than zero");
    }
  }

  /**
   * The settings that suit a device on AWS IoT Core.
   *
   * @return the defaults
   */
  public static JobsClientSettings defaults() {
    return new JobsClientSettings(
        Duration.ofSeconds(10),
        4,
        Duration.ofMillis(500),
        Duration.ofSeconds(30),
        MqttQos.AT_LEAST_ONCE,
        MqttQos.AT_MOST_ONCE,
        MqttQos.AT_LEAST_ONCE,
        40);
  }

  /**
   * The same settings with another patience.
   *
   * @param timeout how long one attempt waits, over zero
   * @param attempts how often a request is sent at the most, 1 or more
   * @return a copy
   */
  public JobsClientSettings withRequests(Duration timeout, int attempts) {
    return new JobsClientSettings(
        timeout,
        attempts,
        initialBackoff,
        maxBackoff,
        requestQos,
        responseQos,
        notificationQos,
        publishesPerSecond);
  }

  /**
   * The same settings with other delays between attempts.
   *
   * @param initial about how long the second attempt is delayed, over zero
   * @param longest the longest delay
   * @return a copy
   */
  public JobsClientSettings withBackoff(Duration initial, Duration longest) {
    return new JobsClientSettings(
        requestTimeout,
        maxAttempts,
        initial,
        longest,
        requestQos,
        responseQos,
        notificationQos,
        publishesPerSecond);
  }

  /**
   * The same settings with other delivery guarantees.
   *
   * @param requests how requests are published
   * @param responses how responses are subscribed to
   * @param notifications how notifications are subscribed to
   * @return a copy
   */
  public JobsClientSettings withQos(MqttQos requests, MqttQos responses, MqttQos notifications) {
    return new JobsClientSettings(
        requestTimeout,
        maxAttempts,
        initialBackoff,
        maxBackoff,
        requests,
        responses,
        notifications,
        publishesPerSecond);
  }

  /**
   * The same settings with another pace.
   *
   * @param perSecond the most publishes in a second, 0 for no limit
   * @return a copy
   */
  public JobsClientSettings withPublishesPerSecond(int perSecond) {
    return new JobsClientSettings(
        requestTimeout,
        maxAttempts,
        initialBackoff,
        maxBackoff,
        requestQos,
        responseQos,
        notificationQos,
        perSecond);
  }
}

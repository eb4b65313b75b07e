package io.jobhandler.jobs;

import io.jobhandler.spi.MqttQos;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

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

  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofDays(1);

  /** Checks that everything is there and within its range. */
  public JobsClientSettings {
    requireInRange("requestTimeout", requestTimeout);
    requireInRange("initialBackoff", initialBackoff);
    requireInRange("maxBackoff", maxBackoff);
    if (maxBackoff.compareTo(initialBackoff) < 0) {
      throw new IllegalArgumentException(
          "maxBackoff is %s, expected at least initialBackoff, %s"
              .formatted(maxBackoff, initialBackoff));
    }
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("maxAttempts is " + maxAttempts + ", expected 1 or more");
    }
    Numbers.requireNotNegative("publishesPerSecond", publishesPerSecond);
    Objects.requireNonNull(requestQos, "requestQos");
    Objects.requireNonNull(responseQos, "responseQos");
    Objects.requireNonNull(notificationQos, "notificationQos");
  }

  private static void requireInRange(String name, Duration value) {
    Objects.requireNonNull(value, name);
    if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "%s is %s, expected %s to %s".formatted(name, value, LEAST, MOST));
    }
  }

  /**
   * The settings that suit a device on AWS IoT Core.
   *
   * @return the defaults
   */
  public static JobsClientSettings defaults() {
    return new Draft().settings();
  }

  /**
   * The same settings with another patience.
   *
   * @param timeout how long one attempt waits, a millisecond to a day
   * @param attempts how often a request is sent at the most, 1 or more
   * @return a copy
   */
  public JobsClientSettings withRequests(Duration timeout, int attempts) {
    return with(
        draft -> {
          draft.requestTimeout = timeout;
          draft.maxAttempts = attempts;
        });
  }

  /**
   * The same settings with other delays between attempts.
   *
   * @param initial about how long the second attempt is delayed, a millisecond to a day
   * @param longest the longest delay, no shorter than the first and up to a day
   * @return a copy
   */
  public JobsClientSettings withBackoff(Duration initial, Duration longest) {
    return with(
        draft -> {
          draft.initialBackoff = initial;
          draft.maxBackoff = longest;
        });
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
    return with(
        draft -> {
          draft.requestQos = requests;
          draft.responseQos = responses;
          draft.notificationQos = notifications;
        });
  }

  /**
   * The same settings with another pace.
   *
   * @param perSecond the most publishes in a second, 0 for no limit
   * @return a copy
   */
  public JobsClientSettings withPublishesPerSecond(int perSecond) {
    return with(draft -> draft.publishesPerSecond = perSecond);
  }

  private JobsClientSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** Settings that can still change; the defaults at first. */
  private static final class Draft {
    private Duration requestTimeout = Duration.ofSeconds(10);
    private int maxAttempts = 4;
    private Duration initialBackoff = Duration.ofMillis(500);
    private Duration maxBackoff = Duration.ofSeconds(30);
    private MqttQos requestQos = MqttQos.AT_LEAST_ONCE;
    private MqttQos responseQos = MqttQos.AT_MOST_ONCE;
    private MqttQos notificationQos = MqttQos.AT_LEAST_ONCE;
    private int publishesPerSecond = 40;

    Draft() {}

    Draft(JobsClientSettings from) {
      requestTimeout = from.requestTimeout;
      maxAttempts = from.maxAttempts;
      initialBackoff = from.initialBackoff;
      maxBackoff = from.maxBackoff;
      requestQos = from.requestQos;
      responseQos = from.responseQos;
      notificationQos = from.notificationQos;
      publishesPerSecond = from.publishesPerSecond;
    }

    JobsClientSettings settings() {
      return new JobsClientSettings(
          requestTimeout,
          maxAttempts,
          initialBackoff,
          maxBackoff,
          requestQos,
          responseQos,
          notificationQos,
          publishesPerSecond);
    }
  }
}

package io.jobhandler.starter.internal.config;

import static io.jobhandler.starter.internal.config.Values.duration;
import static io.jobhandler.starter.internal.config.Values.number;

import com.google.common.net.HostAndPort;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.agent.PayloadSettings;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.payload.TrustAnchor;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.starter.internal.fault.InvalidValueException;
import io.jobhandler.starter.settings.StarterSettings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings as far as they are right: what is empty is a fault. */
final class SettingsDraft {
  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LEAST_RECONNECT_DELAY = Duration.ofMillis(100);
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final long MOST_PAYLOAD_BYTES = 2L * 1024 * 1024 * 1024;

  private final Optional<String> thingName;
  private final Optional<HostAndPort> endpoint;
  private final CredentialReader credentials;
  private final Optional<Path> journal;
  private final Optional<String> clientId;
  private final Optional<Duration> maxReconnectDelay;
  private final JobAgentSettings agent;
  private final JobsClientSettings client;
  private final Duration drainTimeout;
  private final List<String> handlerPackages;
  private final Map<String, Path> trustAnchors;
  private final Optional<Path> payloadDirectory;
  private final PayloadSettings payloads;

  SettingsDraft(SettingReader settings, Clock clock) {
    thingName = settings.required(SettingKey.THING_NAME, Values::thingName);
    endpoint = settings.required(SettingKey.ENDPOINT, Values::endpoint);
    credentials = new CredentialReader(settings, clock);
    journal = settings.required(SettingKey.JOURNAL_DIRECTORY, Folders::writable);
    clientId = settings.optional(SettingKey.CLIENT_ID, Values::clientId);
    maxReconnectDelay =
        settings.optional(SettingKey.MAX_RECONNECT_DELAY, duration(LEAST_RECONNECT_DELAY, DAY));
    agent = AgentSettingsReader.read(settings);
    client = client(settings);
    drainTimeout = settings.optional(SettingKey.DRAIN_TIMEOUT, duration(Duration.ZERO, DAY), DRAIN);
    handlerPackages = settings.optional(SettingKey.HANDLER_PACKAGES, Values::packages, List.of());
    trustAnchors = settings.all(SettingKey.TRUST_ANCHOR, SettingsDraft::trustAnchor);
    payloadDirectory = settings.optional(SettingKey.PAYLOAD_DIRECTORY, Folders::writable);
    payloads = payloads(settings);
  }

  private static JobsClientSettings client(SettingReader settings) {
    JobsClientSettings byDefault = JobsClientSettings.defaults();
    Duration timeout =
        settings.optional(
            SettingKey.REQUEST_TIMEOUT,
            duration(MOMENT, Duration.ofMinutes(10)),
            byDefault.requestTimeout());
    long perSecond =
        settings.optional(
            SettingKey.PUBLISHES_PER_SECOND,
            number(0, 1000),
            (long) byDefault.publishesPerSecond());
    return byDefault
        .withRequests(timeout, byDefault.maxAttempts())
        .withPublishesPerSecond((int) perSecond);
  }

  private static PayloadSettings payloads(SettingReader settings) {
    PayloadSettings byDefault = PayloadSettings.defaults();
    return new PayloadSettings(
        settings.optional(
            SettingKey.PAYLOAD_TIMEOUT, AgentSettingsReader.STEP_TIMEOUT, byDefault.timeout()),
        settings.optional(
            SettingKey.PAYLOAD_IDLE_TIMEOUT, duration(MOMENT, DAY), byDefault.idleTimeout()),
        settings.optional(
            SettingKey.MAX_PAYLOAD_BYTES, number(1, MOST_PAYLOAD_BYTES), byDefault.maxBytes()),
        settings.optional(
            SettingKey.PAYLOAD_PLAIN_HTTP, Values::truth, byDefault.allowPlainHttp()));
  }

  /** Read here so that what is wrong with it shows before anything connects. */
  private static Path trustAnchor(String text) throws InvalidValueException {
    Path file = Values.path(text);
    try {
      TrustAnchor.ofPemFile(file.toString(), file);
      return file;
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new InvalidValueException(String.valueOf(e.getMessage()));
    }
  }

  /** The configuration; only if there was no fault. */
  Configuration finish(Map<SettingKey, String> origins) {
    Path journalDirectory = journal.orElseThrow();
    StarterSettings settings =
        new StarterSettings(
            thingName.orElseThrow(),
            connection(),
            journalDirectory,
            agent,
            client,
            handlerPackages,
            drainTimeout,
            trustAnchors,
            payloadDirectory.orElseGet(() -> journalDirectory.resolveSibling("payloads")),
            payloads);
    return new Configuration(settings, credentials.content(), credentials.warnings(), origins);
  }

  private MqttConnection connection() {
    HostAndPort host = endpoint.orElseThrow();
    MqttConnection connection =
        MqttConnection.mutualTls(
                host.getHost(),
                credentials.files().orElseThrow(),
                clientId.orElseGet(thingName::orElseThrow))
            .withPort(host.getPort());
    return maxReconnectDelay.map(longest -> reconnecting(connection, longest)).orElse(connection);
  }

  private static MqttConnection reconnecting(MqttConnection connection, Duration longest) {
    Duration shortest = connection.minReconnectDelay();
    return connection.withReconnectDelay(
        shortest.compareTo(longest) < 0 ? shortest : longest, longest);
  }
}

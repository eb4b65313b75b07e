package io.jobhandler.starter.settings;

import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.agent.PayloadSettings;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All that a device app is set to. Immutable; holds names of files, never their content.
 *
 * @param thingName the thing whose jobs are carried out
 * @param connection where to connect, and with which credentials
 * @param journalDirectory what survives the process
 * @param agent how jobs are carried out
 * @param client how requests are sent
 * @param handlerPackages where handlers are looked for if there is no index; everywhere if empty
 * @param drainTimeout how long a running job may go on when the process is told to end
 * @param trustAnchors the PEM files of the keys that payloads must be signed with, by alias
 * @param payloadDirectory where a payload is kept while its job runs
 * @param payloads how payloads are downloaded
 */
public record StarterSettings(
    String thingName,
    MqttConnection connection,
    Path journalDirectory,
    JobAgentSettings agent,
    JobsClientSettings client,
    List<String> handlerPackages,
    Duration drainTimeout,
    Map<String, Path> trustAnchors,
    Path payloadDirectory,
    PayloadSettings payloads) {

  /** Copies the collections. */
  public StarterSettings {
    handlerPackages = List.copyOf(handlerPackages);
    trustAnchors = Map.copyOf(trustAnchors);
  }
}

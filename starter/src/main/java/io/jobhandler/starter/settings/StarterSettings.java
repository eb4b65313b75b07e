package io.jobhandler.starter.settings;

import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
 * @param payloads how payloads are taken
 */
public record StarterSettings(
    String thingName,
    MqttConnection connection,
    Path journalDirectory,
    JobAgentSettings agent,
    JobsClientSettings client,
    List<String> handlerPackages,
    Duration drainTimeout,
    PayloadSettings payloads) {

  /** Copies the packages. */
  public StarterSettings {
    handlerPackages = List.copyOf(handlerPackages);
  }
}

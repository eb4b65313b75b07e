package io.jobhandler.examples.device;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.examples.config.ConfigFile;
import io.jobhandler.examples.config.ConfigUpdateHandler;
import io.jobhandler.spi.MqttConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A device that takes its jobs from AWS IoT: connects, carries them out, drains on SIGTERM. */
public final class DeviceApp {
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private DeviceApp() {}

  /**
   * Runs until the process is told to end.
   *
   * @param args see {@link DeviceOptions}
   */
  public static void main(String[] args) {
    DeviceOptions options = DeviceOptions.parse(args);
    JobAgent agent = newAgent(options);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> agent.drain(DRAIN).join(), "device-shutdown"));
    agent.start().join();
    agent.whenStopped().join();
  }

  private static JobAgent newAgent(DeviceOptions options) {
    Path state = options.stateDirectory();
    return JobAgent.builder(options.thingName())
        .connection(
            MqttConnection.mutualTls(options.endpoint(), options.tls(), options.thingName())
                .withPort(options.port()))
        .journalDirectory(state.resolve("journal"))
        .handlers(new ConfigUpdateHandler(new ConfigFile(state.resolve("config.json")), state))
        .settings(
            JobAgentSettings.defaults()
                .withStepTimeouts(
                    Duration.ofHours(1),
                    Map.of("config_update", options.stepTimeout()),
                    Duration.ofSeconds(5))
                .withProgressInterval(options.progressInterval()))
        .build();
  }
}

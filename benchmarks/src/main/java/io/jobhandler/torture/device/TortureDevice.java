package io.jobhandler.torture.device;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.torture.ledger.Ledger;
import io.jobhandler.torture.plan.Operations;
import java.io.IOException;
import java.time.Duration;

/** The device's app, in a process that is killed from outside. */
public final class TortureDevice {
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private TortureDevice() {}

  /**
   * Carries out jobs until it is killed, told to end, or has to restart.
   *
   * @param args see {@link DeviceArguments}
   */
  public static void main(String[] args) throws IOException {
    DeviceArguments arguments = DeviceArguments.of(args);
    DeviceRestarts restarts = new DeviceRestarts(arguments.bootFile());
    Diary diary = new Diary(Ledger.open(arguments.ledger()), arguments.life(), restarts.bootId());
    diary.up();
    JobAgent agent = agent(arguments, restarts, diary);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> agent.drain(DRAIN).join(), "torture-drain"));
    agent.start().join();
    agent.whenStopped().join();
    // The SDK's shutdown hook waits a second for its threads, which hold nothing.
    Runtime.getRuntime().halt(restarts.exitCode());
  }

  private static JobAgent agent(DeviceArguments arguments, DeviceRestarts restarts, Diary diary) {
    Bug bug = Bug.valueOf(System.getProperty(Bug.PROPERTY, Bug.NONE.name()));
    return bug.journal(JobAgent.builder(arguments.thing()), arguments.journal())
        .connection(
            MqttConnection.plainText("localhost", arguments.port(), arguments.thing())
                .withReconnectDelay(Duration.ofMillis(10), Duration.ofMillis(100)))
        .restartControl(restarts)
        .settings(settings())
        .clientSettings(clientSettings())
        .handlers(
            new PlainHandlers(diary), new ContinuedHandlers(diary), new CancelledHandlers(diary))
        .build();
  }

  /** Little patience, so that rounds are short. */
  private static JobAgentSettings settings() {
    return JobAgentSettings.defaults()
        .withMaxConcurrentExecutions(Operations.AT_ONCE)
        .withProgressInterval(Duration.ZERO)
        .withQueueTimings(
            Duration.ZERO, Duration.ofMillis(100), Duration.ofMinutes(15), Duration.ofSeconds(1));
  }

  private static JobsClientSettings clientSettings() {
    return JobsClientSettings.defaults()
        .withRequests(Duration.ofMillis(500), 4)
        .withBackoff(Duration.ofMillis(10), Duration.ofMillis(100))
        .withPublishesPerSecond(0);
  }
}

package io.jobhandler.examples.quickstart;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.jobs.BlockingJobs;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttConnection.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a device app and a script write. */
public final class Quickstart {
  private Quickstart() {}

  /**
   * Runs an agent until the process is told to end.
   *
   * @param endpoint the account's data endpoint
   * @param tls the device's credentials
   */
  public static void runAgent(String endpoint, Tls tls) {
    JobAgent agent =
        JobAgent.builder("pump-17")
            .connection(MqttConnection.mutualTls(endpoint, tls, "pump-17"))
            .journalDirectory(Path.of("/var/lib/pump/jobs"))
            .handlers(new LogLevelHandler())
            .build();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> agent.drain(Duration.ofSeconds(20)).join()));
    agent.start().join();
    agent.whenStopped().join();
  }

  /**
   * Carries out the head of a queue without handlers.
   *
   * @param connection how to connect
   */
  public static void runScript(MqttConnection connection) {
    try (JobsClient client = JobsClient.builder("pump-17", connection).build()) {
      client.start().join();
      BlockingJobs jobs = client.blocking();
      JobExecution head = jobs.describe().orElseThrow();
      jobs.update(JobStatus.IN_PROGRESS, Map.of("step", "looking at " + head.jobId()));
      jobs.update(JobStatus.SUCCEEDED, Map.of());
    }
  }
}

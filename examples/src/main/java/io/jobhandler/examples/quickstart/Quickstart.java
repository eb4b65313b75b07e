package io.jobhandler.examples.quickstart;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.jobs.BlockingJobs;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttConnection.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;

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
   * Makes an agent that carries out up to three jobs at once, and asks before it begins them.
   *
   * @param connection how to connect
   * @param charge tells what the battery has, in percent
   * @return an agent that is to be started
   */
  public static JobAgent patientAgent(MqttConnection connection, IntSupplier charge) {
    return JobAgent.builder("pump-17")
        .connection(connection)
        .journalDirectory(Path.of("/var/lib/pump/jobs"))
        .handlers(new LogLevelHandler(), new BackupHandler(Path.of("/etc"), Path.of("/mnt/backup")))
        .gate(new BatteryGate(charge))
        .settings(JobAgentSettings.defaults().withMaxConcurrentExecutions(3))
        .build();
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

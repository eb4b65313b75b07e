package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.ManualClock;
import io.jobhandler.spi.MqttConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service's own step timer, with its clock moved by hand, while a handler reports. */
@Timeout(60)
class StepTimerOverMqttTest {
  private static final String THING = "pump-17";

  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-02T03:04:05Z"));
  private final LocalJobs service = LocalJobs.builder().clock(clock).start();
  private final Reporting handler = new Reporting();

  /** A handler with the default step timeout, an hour, which reports once when it is told to. */
  @SuppressWarnings("UnusedMethod") // called by the agent
  private static final class Reporting {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch report = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @JobHandler(operation = "x")
    void run(@Progress ProgressReporter progress) throws InterruptedException {
      running.countDown();
      report.await();
      progress.report(50);
      release.await();
    }
  }

  @AfterEach
  void close() {
    service.close();
  }

  /** How a job ends that reports after forty minutes and succeeds after eighty. */
  private ExecutionStatus endAfterEightyMinutes(JobAgentSettings settings) throws Exception {
    try (JobAgent agent =
        JobAgent.builder(THING)
            .connection(MqttConnection.plainText("localhost", service.mqttPort(), THING))
            .journalInMemory()
            .settings(settings)
            .handlers(handler)
            .build()) {
      agent.start().get(20, TimeUnit.SECONDS);
      service.createJob("job", "{\"operation\":\"x\"}", THING);
      assertThat(handler.running.await(20, TimeUnit.SECONDS)).isTrue();
      clock.advance(Duration.ofMinutes(40));
      handler.report.countDown();
      awaitProgress();
      clock.advance(Duration.ofMinutes(40));
      handler.release.countDown();
      return service.whenTerminal(THING, "job").get(20, TimeUnit.SECONDS).status();
    }
  }

  private void awaitProgress() {
    while (!service.describeJobExecution(THING, "job").statusDetails().containsKey("progress")) {
      Thread.onSpinWait();
    }
  }

  @Test
  void runsOnWhereReportsDoNotRestartIt() throws Exception {
    assertThat(endAfterEightyMinutes(JobAgentSettings.defaults()))
        .isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  @Test
  void beginsAnewWithTheReportWhereTheConfigurationSaysSo() throws Exception {
    JobAgentSettings settings =
        JobAgentSettings.defaults().withOnProgress(Map.of("x", OnProgress.RESTART_STEP_TIMER));

    assertThat(endAfterEightyMinutes(settings)).isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}

package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.localjobs.ManualClock;
import io.jobhandler.localjobs.Transition;
import io.jobhandler.spi.MqttConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The service gives up on an execution while its handler runs: its clock is moved by hand, ours
 * goes on.
 */
@Timeout(120)
class ServiceTimersTest {
  private static final String THING = "pump-17";

  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-02T03:04:05Z"));
  private final LocalJobs service = LocalJobs.builder().clock(clock).start();
  private final Slow handlers = new Slow();
  private final JobAgent agent =
      JobAgent.builder(THING)
          .connection(MqttConnection.plainText("localhost", service.mqttPort(), THING))
          .journalInMemory()
          .handlers(handlers)
          .build();

  @SuppressWarnings("UnusedMethod") // called by the agent
  private static final class Slow {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    @JobHandler(operation = "slow", stepTimeout = "PT10M")
    void run(JobContext context) throws InterruptedException {
      running.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.complete(context.isCancelled());
        throw e;
      }
    }

    @JobHandler(operation = "quick")
    void quick() {
      // The next job, which begins when the one before it is over.
    }
  }

  @AfterEach
  void close() {
    agent.close();
    service.close();
  }

  private void timeOut(CreateJob job, Duration after) throws Exception {
    agent.start().get(20, TimeUnit.SECONDS);
    service.createJob(job);
    assertThat(handlers.running.await(20, TimeUnit.SECONDS)).isTrue();
    clock.advance(after);
  }

  private void assertInterruptedWithoutAReport() throws Exception {
    assertThat(handlers.interrupted.get(20, TimeUnit.SECONDS)).isTrue();
    service.createJob("next", "{\"operation\":\"quick\"}", THING);
    assertThat(service.whenTerminal(THING, "next").get(20, TimeUnit.SECONDS).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(service.history(THING, "job"))
        .filteredOn(transition -> transition.actor() == Transition.Actor.DEVICE)
        .extracting(Transition::to)
        .containsOnly(ExecutionStatus.IN_PROGRESS);
    assertThat(service.describeJobExecution(THING, "job").status())
        .isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  private static CreateJob.Builder job() {
    return CreateJob.builder("job").document("{\"operation\":\"slow\"}").targets(THING);
  }

  @Test
  void theStepTimerInterruptsTheHandlerAndNothingIsReported() throws Exception {
    timeOut(job().build(), Duration.ofMinutes(15));

    assertInterruptedWithoutAReport();
  }

  @Test
  void theInProgressTimerInterruptsTheHandlerAndNothingIsReported() throws Exception {
    timeOut(job().inProgressTimeoutInMinutes(5).build(), Duration.ofMinutes(7));

    assertInterruptedWithoutAReport();
  }

  @Test
  void anExecutionThatTheServiceRetriesAfterATimeoutRuns() throws Exception {
    timeOut(job().build(), Duration.ofMinutes(15));
    assertThat(handlers.interrupted.get(20, TimeUnit.SECONDS)).isTrue();

    service.retryJobExecution(THING, "job");

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(service.describeJobExecution(THING, "job"))
                    .returns(2L, JobExecution::executionNumber)
                    .returns(ExecutionStatus.IN_PROGRESS, JobExecution::status));
  }
}

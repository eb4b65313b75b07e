package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RetryLaterException;
import io.jobhandler.localjobs.ExecutionStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that the agent is told of dates jumps by ten years either way, and no deadline and no delay
 * changes. That the agent does not look at a date of its own is one of the architecture's rules.
 */
class WallClockJumpTest {
  private static final Duration DELAY = Duration.ofSeconds(3);

  private final JumpingClock clock = new JumpingClock();
  private final AgentOverMqtt thing;
  private final Handlers handlers = new Handlers();

  WallClockJumpTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder, clock);
  }

  @AfterEach
  void close() {
    handlers.release.countDown();
    thing.close();
  }

  @SuppressWarnings("DoNotCallSuggester") // they are called by the agent
  static final class Handlers {
    final CountDownLatch running = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final List<Duration> left = new CopyOnWriteArrayList<>();
    final List<Long> startedAt = new CopyOnWriteArrayList<>();

    @JobHandler(operation = "measure", stepTimeout = "PT24H")
    JobResult measure(JobContext context, @Progress ProgressReporter progress) throws Exception {
      left.add(context.remainingTime());
      running.countDown();
      release.await();
      progress.report(50, "after the jump");
      left.add(context.remainingTime());
      return JobResult.succeeded(Map.of("cancelled", String.valueOf(context.isCancelled())));
    }

    @JobHandler(operation = "later")
    void later(JobContext context) {
      startedAt.add(System.nanoTime());
      if (context.attempt() == 1) {
        throw new RetryLaterException(DELAY, "not yet");
      }
    }

    @JobHandler(operation = "hang", stepTimeout = "PT0.2S")
    void hang() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  private void start() throws Exception {
    thing.start(thing.builder().handlers(handlers).build());
  }

  private void create(String operation) {
    thing.create(operation, "{\"operation\":\"%s\"}".formatted(operation));
  }

  private void assertSucceeds(String job) throws Exception {
    assertThat(thing.end(job).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @ParameterizedTest
  @ValueSource(ints = {3653, -3653})
  void aHandlerThatRunsHasItsTime(int days) throws Exception {
    start();
    create("measure");
    await(handlers.running);
    clock.jump(Duration.ofDays(days));
    handlers.release.countDown();

    assertSucceeds("measure");
    assertThat(thing.end("measure").statusDetails()).containsEntry("cancelled", "false");
    assertThat(handlers.left.get(1)).isBetween(Duration.ofHours(23), handlers.left.get(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {3653, -3653})
  void aHandlerThatHangsIsInterruptedAtItsDeadline(int days) throws Exception {
    start();
    create("measure");
    await(handlers.running);
    clock.jump(Duration.ofDays(days));
    create("hang");
    handlers.release.countDown();

    assertSucceeds("measure");
    assertThat(thing.end("hang").statusDetails()).containsEntry("reasonCode", "STEP_TIMEOUT");
  }

  @ParameterizedTest
  @ValueSource(ints = {3653, -3653})
  void aJobThatIsTriedAgainWaitsItsDelayAndNoLonger(int days) throws Exception {
    start();
    create("later");
    create("measure");
    await(handlers.running); // begins only when the other one waits
    clock.jump(Duration.ofDays(days));
    handlers.release.countDown();

    assertSucceeds("measure");
    assertSucceeds("later");
    assertThat(handlers.startedAt).hasSize(2);
    assertThat(handlers.startedAt.get(1) - handlers.startedAt.get(0))
        .isGreaterThanOrEqualTo(DELAY.toNanos());
  }
}

package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.JobHandler;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.localjobs.Faults;
import io.jobhandler.localjobs.Transition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One update of an execution is under way at a time: what is sent again does not overtake what
 * comes after it. Edge case 12.
 */
class UpdatesInOrderTest {
  private final AgentOverMqtt thing;
  private final Faults faults;
  private final Reporting handler = new Reporting();

  /** Reports once when it is told to, and ends when it is told to. */
  @SuppressWarnings("UnusedMethod") // called by the agent
  private static final class Reporting {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch report = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @JobHandler(operation = "report")
    void run(@Progress ProgressReporter progress) throws InterruptedException {
      running.countDown();
      report.await();
      progress.report(50);
      ended.countDown();
    }
  }

  UpdatesInOrderTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
    faults = thing.service.faults();
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private void startRunning() throws Exception {
    JobAgentSettings settings = JobAgentSettings.defaults().withProgressInterval(Duration.ZERO);
    thing.start(thing.builder().settings(settings).handlers(handler).build());
    thing.create("job", "{\"operation\":\"report\"}");
    AgentOverMqtt.await(handler.running);
  }

  private boolean isReported() {
    return thing.service.describeJobExecution(THING, "job").statusDetails().containsKey("progress");
  }

  /** The end was accepted, and nothing was asked of the execution after it. */
  private void assertEndIsLast() throws Exception {
    thing.end("job");
    thing.create("next", "{\"operation\":\"greet\",\"name\":\"Ada\"}");
    assertThat(thing.end("next").status()).isEqualTo(SUCCEEDED);
    List<Transition> history = thing.service.history(THING, "job");
    assertThat(history.stream().dropWhile(transition -> !transition.to().isTerminal()))
        .as("asked from the end on")
        .isNotEmpty()
        .allMatch(transition -> transition.to() == SUCCEEDED);
    assertThat(thing.accepted("job")).endsWith(SUCCEEDED).containsOnlyOnce(SUCCEEDED);
  }

  @Test
  void theEndWaitsForAReportWhoseAnswerIsLost() throws Exception {
    startRunning();
    faults.dropResponses(Integer.MAX_VALUE);
    handler.report.countDown();
    AgentOverMqtt.await(handler.ended);

    await().until(() -> thing.refusals("job", IN_PROGRESS) > 0);
    assertThat(isReported()).isTrue();
    assertThat(thing.accepted("job")).doesNotContain(SUCCEEDED);

    faults.clear();
    assertEndIsLast();
  }

  @Test
  void theEndWaitsForAReportThatIsLost() throws Exception {
    startRunning();
    long before = thing.service.traffic().ofThing(THING).publishesIn();
    faults.dropRequests(Integer.MAX_VALUE);
    handler.report.countDown();
    AgentOverMqtt.await(handler.ended);

    await().until(() -> thing.service.traffic().ofThing(THING).publishesIn() > before + 1);
    assertThat(isReported()).isFalse();

    faults.clear();
    assertEndIsLast();
    assertThat(isReported()).isTrue();
  }

  @Test
  void aLateAnswerToAReportDoesNotConcernTheEnd() throws Exception {
    startRunning();
    faults.holdResponses(1);
    handler.report.countDown();

    thing.end("job");
    faults.releaseResponses();

    assertEndIsLast();
  }
}

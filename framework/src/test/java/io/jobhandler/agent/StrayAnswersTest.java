package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.agent.AgentOverMqtt.await;
import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.QUEUED;
import static io.jobhandler.localjobs.ExecutionStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers that are lost, late, doubled or out of order change nothing: each job runs once and ends
 * once. Edge cases 10 and 13.
 */
class StrayAnswersTest {
  private static final int ALL = Integer.MAX_VALUE;
  private static final String GREET = "{\"operation\":\"greet\",\"name\":\"Ada\"}";
  private static final String BLOCK = "{\"operation\":\"block\"}";

  private final AgentOverMqtt thing;
  private final Faults faults;

  StrayAnswersTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
    faults = thing.service.faults();
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private void start(Duration requestTimeout, int attempts) throws Exception {
    JobsClientSettings settings =
        JobsClientSettings.defaults()
            .withPublishesPerSecond(0)
            .withRequests(requestTimeout, attempts)
            .withBackoff(Duration.ofMillis(10), Duration.ofMillis(100));
    thing.start(thing.builder().clientSettings(settings).build());
  }

  private void awaitRefusals(String jobId, ExecutionStatus status, int least) {
    await().until(() -> thing.refusals(jobId, status) >= least);
  }

  private void assertRanOnce(String jobId) {
    assertThat(thing.handlers.started).containsOnlyOnce(jobId);
    assertThat(thing.accepted(jobId)).containsExactly(QUEUED, IN_PROGRESS, SUCCEEDED);
  }

  /** What was sent before is known to have been read when a job has come and gone after it. */
  private void runAnother(String jobId) throws Exception {
    thing.create(jobId, GREET);
    assertThat(thing.end(jobId).status()).isEqualTo(SUCCEEDED);
  }

  @Test
  void aLostAnswerToTheBeginningIsAskedForUntilItComes() throws Exception {
    start(Duration.ofMillis(200), 4);
    faults.dropResponses(ALL);
    thing.create("job", BLOCK);
    awaitRefusals("job", IN_PROGRESS, 2);
    assertThat(thing.handlers.started).isEmpty();

    faults.clear();

    await(thing.handlers.blocked);
    thing.handlers.release.countDown();
    thing.end("job");
    runAnother("next");
    assertRanOnce("job");
  }

  @Test
  void aLostAnswerToTheEndIsAskedForUntilItComes() throws Exception {
    start(Duration.ofMillis(200), 4);
    thing.create("job", BLOCK);
    await(thing.handlers.blocked);
    faults.dropResponses(ALL);
    thing.handlers.release.countDown();
    awaitRefusals("job", SUCCEEDED, 2);

    faults.clear();

    runAnother("next");
    assertRanOnce("job");
  }

  @Test
  void lateAnswersToTheBeginningBeginNothingAgain() throws Exception {
    start(Duration.ofMillis(100), 1);
    faults.holdResponses(ALL);
    thing.create("job", BLOCK);
    awaitRefusals("job", IN_PROGRESS, 1); // the request before was given up
    faults.holdResponses(0);
    await(thing.handlers.blocked);

    faults.releaseResponses();

    thing.create("next", GREET);
    thing.handlers.release.countDown();
    assertThat(thing.end("next").status()).isEqualTo(SUCCEEDED);
    assertRanOnce("job");
    assertThat(thing.handlers.interrupted).isNotDone();
  }

  @Test
  void lateAnswersToTheEndEndNothingElse() throws Exception {
    start(Duration.ofMillis(100), 1);
    thing.create("job", BLOCK);
    await(thing.handlers.blocked);
    faults.holdResponses(ALL);
    thing.handlers.release.countDown();
    awaitRefusals("job", SUCCEEDED, 1);
    faults.holdResponses(0);
    runAnother("next");

    faults.releaseResponses();

    runAnother("last");
    assertRanOnce("job");
    assertThat(thing.handlers.started).containsExactly("job", "next", "last");
  }

  @Test
  void aLateListThatNamesAnEndedJobBeginsNothing() throws Exception {
    thing.create("job", GREET);
    faults.holdResponses(1);
    start(Duration.ofSeconds(10), 4);
    await().until(() -> thing.service.traffic().ofThing(THING).publishesIn() > 0);
    faults.repeatNotification("$aws/things/" + THING + "/jobs/notify-next", 0);
    thing.end("job");

    faults.releaseResponses();

    runAnother("next");
    assertThat(thing.handlers.started).containsExactly("job", "next");
  }

  @Test
  void everyMessageTwiceIsNoMessageMore() throws Exception {
    start(Duration.ofSeconds(10), 4);
    faults.duplicateResponses(ALL);
    faults.duplicateNotifications(ALL);
    carryOut(20);
  }

  @Test
  void neighboursInTheWrongOrderArePutRight() throws Exception {
    start(Duration.ofMillis(100), 4);
    faults.reorderMessages(ALL);
    carryOut(20);
  }

  private void carryOut(int count) throws Exception {
    List<String> jobs = IntStream.range(0, count).mapToObj(i -> "job-" + i).toList();
    jobs.forEach(job -> thing.create(job, GREET));
    for (String job : jobs) {
      thing.end(job);
      assertRanOnce(job);
    }
    assertThat(thing.handlers.started).hasSize(count);
  }
}

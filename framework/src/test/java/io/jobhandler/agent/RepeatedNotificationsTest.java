package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static io.jobhandler.agent.AgentOverMqtt.await;
import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.QUEUED;
import static io.jobhandler.localjobs.ExecutionStatus.SUCCEEDED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Faults;
import io.jobhandler.localjobs.JobExecution;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Notifications that come again or too late, while a handler runs and after it: none begins a job
 * again, and none is a cancellation. Edge cases 5 and 6.
 */
class RepeatedNotificationsTest {
  private static final String NOTIFY = "$aws/things/" + THING + "/jobs/notify";
  private static final String NOTIFY_NEXT = NOTIFY + "-next";
  private static final String GREET = "{\"operation\":\"greet\",\"name\":\"Ada\"}";

  private final AgentOverMqtt thing;
  private final Faults faults;

  RepeatedNotificationsTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
    faults = thing.service.faults();
  }

  @AfterEach
  void close() {
    thing.close();
  }

  private void runAnother(String jobId) throws Exception {
    thing.create(jobId, GREET);
    assertThat(thing.end(jobId).status()).isEqualTo(SUCCEEDED);
  }

  private void startRunning() throws Exception {
    thing.start();
    runAnother("before");
    thing.create("running", "{\"operation\":\"block\"}");
    await(thing.handlers.blocked);
  }

  /** Ends the running job; a job that comes after all else shows that all else was read. */
  private void assertUndisturbed() throws Exception {
    thing.create("after", GREET);
    thing.handlers.release.countDown();
    assertThat(thing.end("after").status()).isEqualTo(SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("before", "running", "after");
    assertThat(thing.handlers.interrupted).isNotDone();
    assertThat(thing.accepted("running")).containsExactly(QUEUED, IN_PROGRESS, SUCCEEDED);
  }

  /** A notify-next about the running job, with its identity and otherwise as the test wants. */
  private void publishHead(ExecutionStatus status, long versionNumber, String document) {
    JobExecution running = thing.service.describeJobExecution(THING, "running");
    String message =
        ("{\"timestamp\":1,\"execution\":{\"jobId\":\"running\",\"status\":\"%s\",\"queuedAt\":%d,"
                + "\"lastUpdatedAt\":%d,\"versionNumber\":%d,\"executionNumber\":1,"
                + "\"jobDocument\":%s}}")
            .formatted(
                status,
                running.queuedAt().getEpochSecond(),
                running.queuedAt().getEpochSecond(),
                versionNumber,
                document);
    faults.publish(NOTIFY_NEXT, message.getBytes(UTF_8));
  }

  @Test
  void allThatWasEverNotifiedMayComeAgainWhileAHandlerRuns() throws Exception {
    startRunning();

    // Of the job before, of the empty queue after it, and of the running one.
    for (int ago = 2; ago >= 0; ago--) {
      faults.repeatNotification(NOTIFY, ago);
      faults.repeatNotification(NOTIFY_NEXT, ago);
      faults.repeatNotification(NOTIFY_NEXT, ago);
    }

    assertUndisturbed();
  }

  @Test
  void aHeadThatIsTheRunningJobIsNoCancellation() throws Exception {
    startRunning();

    publishHead(ExecutionStatus.IN_PROGRESS, 2, "{\"operation\":\"block\"}");

    assertUndisturbed();
  }

  @Test
  void anEmptyHeadIsNoCancellation() throws Exception {
    startRunning();

    faults.publish(NOTIFY_NEXT, "{\"timestamp\":1}".getBytes(UTF_8));

    assertUndisturbed();
  }

  @Test
  void theSameExecutionWithAnotherDocumentIsTheSame() throws Exception {
    startRunning();

    publishHead(ExecutionStatus.QUEUED, 1, "{\"operation\":\"greet\",\"name\":\"another\"}");

    assertUndisturbed();
  }

  @Test
  void anExecutionThatIsNotifiedTwiceRunsOnce() throws Exception {
    faults.duplicateNotifications(Integer.MAX_VALUE);
    startRunning();
    assertUndisturbed();
  }

  @Test
  void whatAnEarlierProcessHasEndedIsNotBegunAgain() throws Exception {
    JobAgent earlier = thing.start();
    runAnother("before");
    earlier.close();
    thing.start();

    faults.repeatNotification(NOTIFY, 1);
    faults.repeatNotification(NOTIFY_NEXT, 1);

    runAnother("after");
    assertThat(thing.handlers.started).containsExactly("before", "after");
    assertThat(thing.accepted("before")).containsExactly(QUEUED, IN_PROGRESS, SUCCEEDED);
  }
}

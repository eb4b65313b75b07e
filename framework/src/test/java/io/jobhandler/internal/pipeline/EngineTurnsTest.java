package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which jobs run side by side: jobs a1 and a2 are of the operation a; e runs alone. */
class EngineTurnsTest {
  private static final HandlerMethod A = Handlers.method("a", null);
  private static final HandlerMethod B = Handlers.method("b", null);
  private static final HandlerMethod C = Handlers.method("c", null);
  private static final HandlerMethod EXCLUSIVE =
      Handlers.method("e", null).withPolicy(HandlerPolicy.unset().withExclusive());

  private final EngineFixture fixture = EngineFixture.withRoom(3, A, B, C, EXCLUSIVE).connect();

  private List<String> begun() {
    return fixture.service.updates().stream()
        .filter(update -> update.status().equals("IN_PROGRESS"))
        .map(ScriptedService.Update::jobId)
        .distinct()
        .toList();
  }

  /** Has a job run to its end, which the service accepts. */
  private void complete(String jobId) {
    fixture.admit(jobId);
    fixture.finish(jobId);
  }

  @Test
  void jobsOfDifferentOperationsRunSideBySide() {
    fixture.queue(List.of(), "a1", "b1", "c1");

    assertThat(begun()).containsExactly("a1", "b1", "c1");
  }

  @Test
  void noMoreRunThanThereIsRoomFor() {
    EngineFixture narrow = EngineFixture.withRoom(2, A, B, C).connect();
    narrow.queue(List.of(), "a1", "b1", "c1");

    assertThat(narrow.service.updatesInShort()).containsExactly("a1 IN_PROGRESS", "b1 IN_PROGRESS");
  }

  @Test
  void jobsOfOneOperationRunOneByOneAndInOrder() {
    fixture.queue(List.of(), "a1", "a2", "a3", "b1");
    assertThat(begun()).containsExactly("a1", "b1");

    complete("a1");
    assertThat(begun()).containsExactly("a1", "b1", "a2");
    fixture.admit("b1");
    fixture.finish("b1");
    complete("a2");
    assertThat(begun()).containsExactly("a1", "b1", "a2", "a3");
  }

  @Test
  void anExclusiveJobWaitsForThoseThatRunAndKeepsThoseBehindItBack() {
    fixture.queue(List.of(), "a1", "b1", "e1", "c1");
    assertThat(begun()).containsExactly("a1", "b1");

    complete("a1");
    assertThat(begun()).containsExactly("a1", "b1");
    complete("b1");
    assertThat(begun()).containsExactly("a1", "b1", "e1");
  }

  @Test
  void nothingRunsBesideAnExclusiveJob() {
    fixture.queue(List.of(), "e1", "a1", "b1");
    assertThat(begun()).containsExactly("e1");

    complete("e1");
    fixture.queue(List.of(), "a1", "b1");
    assertThat(begun()).containsExactly("e1", "a1", "b1");
  }

  @Test
  void aStreamOfOtherJobsDoesNotKeepAnExclusiveJobFromItsTurn() {
    fixture.queue(List.of(), "a1", "b1", "e1");
    complete("a1");
    // The others come faster than they can be worked off, but all of them behind it.
    for (int i = 2; i < 7; i++) {
      fixture.queue(List.of("b1"), "e1", "a" + i, "c" + i);
    }
    assertThat(begun()).containsExactly("a1", "b1");

    complete("b1");
    assertThat(begun()).containsExactly("a1", "b1", "e1");
  }

  @Test
  void jobsBeforeAnExclusiveOneGoFirstEvenWhereTheyHadToWait() {
    fixture.queue(List.of(), "a1", "a2", "e1");
    complete("a1");
    assertThat(begun()).containsExactly("a1", "a2");

    complete("a2");
    assertThat(begun()).containsExactly("a1", "a2", "e1");
  }

  @Test
  void exclusiveJobsRunOneByOne() {
    fixture.queue(List.of(), "e1", "e2");
    complete("e1");
    fixture.queue(List.of(), "e2");

    assertThat(begun()).containsExactly("e1", "e2");
  }

  @Test
  void aJobThatWaitsForItsNextAttemptHoldsItsOperationAndNoOther() {
    fixture.handler =
        invocation -> {
          throw new RetryLaterException(Duration.ofMinutes(5), "busy");
        };
    fixture.queue(List.of(), "a1", "a2", "b1");
    fixture.admit("a1");
    fixture.runHandler();
    fixture.service.accept("a1");
    fixture.service.describe("a1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    fixture.handler = invocation -> JobResult.succeeded();
    complete("b1");
    fixture.queue(List.of("a1"), "a2", "c1");
    assertThat(begun()).containsExactly("a1", "b1", "c1");

    fixture.admit("c1");
    fixture.advance(Duration.ofMinutes(5));
    describeOurs("a1", "a");
    fixture.admit("a1");
    fixture.finish("c1");
    fixture.finish("a1");
    fixture.queue(List.of(), "a2");
    assertThat(begun()).containsExactly("a1", "b1", "c1", "a2");
    assertThat(fixture.handled).containsExactly("a1", "b1", "c1", "a1");
  }

  @Test
  void othersRunWhileAnExclusiveJobWaitsForItsNextAttempt() {
    fixture.handler =
        invocation -> {
          throw new RetryLaterException(Duration.ofMinutes(5), "busy");
        };
    fixture.queue(List.of(), "e1", "a1");
    fixture.admit("e1");
    fixture.runHandler();
    fixture.service.accept("e1");
    fixture.service.describe("e1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    fixture.queue(List.of("e1"), "a1", "b1");
    assertThat(begun()).containsExactly("e1", "a1", "b1");

    // It goes on when they are over, and before those that have not begun.
    fixture.handler = invocation -> JobResult.succeeded();
    fixture.admit("a1");
    fixture.admit("b1");
    fixture.advance(Duration.ofMinutes(5));
    describeOurs("e1", "e");
    fixture.queue(List.of("e1", "a1", "b1"), "c1");
    fixture.finish("a1");
    fixture.finish("b1");
    fixture.admit("e1");
    assertThat(begun()).doesNotContain("c1");
    fixture.finish("e1");
    assertThat(fixture.handled).containsExactly("e1", "a1", "b1", "e1");
    assertThat(begun()).contains("c1");
  }

  @Test
  @DisplayName("Edge case 7: two executions that are IN_PROGRESS at the start both go on")
  void twoThatWereCutOffGoOnSideBySide() {
    EngineFixture restarted = EngineFixture.withRoom(2, A, B);
    restarted.recover(notYetBegun("a1", "a"), notYetBegun("b1", "b"));
    restarted.connect();
    describeOurs(restarted, "a1", "a");
    assertThat(restarted.service.updates()).isEmpty();

    describeOurs(restarted, "b1", "b");
    assertThat(restarted.service.updatesInShort())
        .containsExactly("a1 IN_PROGRESS", "b1 IN_PROGRESS");
  }

  @Test
  void twoThatWereCutOffGoOnOneByOneWhereThereIsRoomForOne() {
    EngineFixture restarted = EngineFixture.withRoom(1, A, B);
    restarted.recover(notYetBegun("a1", "a"), notYetBegun("b1", "b"));
    restarted.connect();
    describeOurs(restarted, "a1", "a");
    describeOurs(restarted, "b1", "b");
    assertThat(restarted.service.updatesInShort()).containsExactly("a1 IN_PROGRESS");

    restarted.admit("a1");
    restarted.finish("a1");
    assertThat(restarted.service.lastUpdate()).hasToString("b1 IN_PROGRESS");
  }

  @Test
  void twoOfOneOperationThatWereCutOffDoNotWaitForEachOther() {
    EngineFixture restarted = EngineFixture.withRoom(2, A);
    restarted.recover(notYetBegun("a1", "a"), notYetBegun("a2", "a"));
    restarted.connect();
    describeOurs(restarted, "a1", "a");
    describeOurs(restarted, "a2", "a");
    assertThat(restarted.service.updatesInShort()).containsExactly("a1 IN_PROGRESS");

    restarted.admit("a1");
    restarted.finish("a1");
    assertThat(restarted.service.lastUpdate()).hasToString("a2 IN_PROGRESS");
  }

  private void describeOurs(String jobId, String operation) {
    describeOurs(fixture, jobId, operation);
  }

  private static void describeOurs(EngineFixture at, String jobId, String operation) {
    at.service.describeOurs(jobId, "{\"operation\":\"%s\"}".formatted(operation));
  }

  /** What is left of a job whose handler was about to start. */
  private static JournalEntry notYetBegun(String jobId, String operation) {
    return JournalEntry.first(jobId, 1, TestJobs.QUEUED_AT, operation, EngineFixture.TOKEN, 2)
        .in(2, new JournalState.Preparing());
  }
}

package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Findings;
import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Map<String, String> DETAILS =
      Map.of("agentToken", "agent-1", "reasonCode", "LOW", "reason", "why", "mine", "a");

  private final ManualScheduler manual = new ManualScheduler();
  private final Loop loop = new Loop(manual, manual::nanoTime);
  private final ScriptedJournal journal = new ScriptedJournal();
  private final Findings findings = new Findings(manual::nanoTime, () -> {});
  private final Outbox outbox =
      new Outbox(new PatientJournal(journal, loop), new PatientUpdates(loop), findings);
  private final RecordingSender sender = new RecordingSender();
  private final ExecutionReporter reporter =
      new ExecutionReporter(sender, new AgentToken("agent-1"), TestJobs.key("job-1"), 2);

  private static JournalEntry begun() {
    return JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, "x", "agent-1", 2);
  }

  private static JournalEntry ended(JobStatus status) {
    return begun().in(2, new JournalState.Ended(status, DETAILS));
  }

  @Test
  void storesBeforeItSendsAndForgetsWhenAccepted() {
    JournalEntry ended = ended(JobStatus.SUCCEEDED);
    CompletableFuture<UpdateVerdict> delivered = outbox.storeAndDeliver(reporter, ended);
    assertThat(journal.stored).containsExactly(ended);
    assertThat(sender.requests()).isEmpty();

    storeWorks();
    assertThat(sender.last().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(sender.last().statusDetails()).isEqualTo(DETAILS);
    assertThat(sender.last().stepTimeoutInMinutes()).isNull();
    assertThat(journal.removed).isEmpty();

    sender.accept();
    assertThat(delivered).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(journal.removed).containsExactly(ended);
  }

  @Test
  void anEndThatIsNotAcceptedForLongerThanAMomentIsFoundWrong() {
    outbox.storeAndDeliver(reporter, ended(JobStatus.SUCCEEDED));
    manual.advance(Duration.ofSeconds(9));
    storeWorks();
    assertThat(findings.list()).isEmpty();

    manual.advance(Duration.ofSeconds(1));
    assertThat(findings.list())
        .extracting(Finding::trouble, Finding::text)
        .containsExactly(
            tuple(
                Trouble.END_NOT_REPORTED, "the service has not accepted the end of job job-1 yet"));
    sender.accept();
    assertThat(findings.list()).isEmpty();
  }

  private void storeWorks() {
    journal.storing.complete(null);
    manual.runDue();
  }

  @Test
  void sendsNothingUntilTheJournalHasStored() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.storeAndDeliver(reporter, ended(JobStatus.SUCCEEDED));

    for (int i = 1; i <= 3; i++) {
      journal.storing.completeExceptionally(new IOException("disk full"));
      manual.advance(Duration.ofSeconds(5));
      assertThat(journal.stored).hasSize(i + 1);
      assertThat(sender.requests()).isEmpty();
    }

    storeWorks();
    sender.accept();
    assertThat(delivered).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void keepsTheEntryWhileTheUpdateIsUndelivered() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.deliver(reporter, ended(JobStatus.SUCCEEDED));
    sender.fail(Refusals.lost());

    assertThat(delivered).isNotDone();
    assertThat(journal.removed).isEmpty();

    manual.advance(Duration.ofMinutes(1));
    sender.accept();
    assertThat(delivered).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(journal.removed).hasSize(1);
  }

  @Test
  void deliversWhatIsStoredAlreadyWithoutStoringItAgain() {
    outbox.deliver(reporter, ended(JobStatus.FAILED));

    assertThat(journal.stored).isEmpty();
    assertThat(sender.last().status()).isEqualTo(JobStatus.FAILED);
  }

  @Test
  void fallsBackToFailedWhereRejectedIsNotPossible() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.deliver(reporter, ended(JobStatus.REJECTED));
    refuseTransition();

    assertThat(sender.last().status()).isEqualTo(JobStatus.FAILED);
    assertThat(sender.last().statusDetails()).isEqualTo(DETAILS);
    sender.accept();
    assertThat(delivered).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void hasNoFallbackForAnotherRefusedTransition() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.deliver(reporter, ended(JobStatus.SUCCEEDED));
    refuseTransition();

    assertThat(delivered).isCompletedWithValue(UpdateVerdict.TRANSITION_REFUSED);
    assertThat(sender.requests()).hasSize(1);
    assertThat(journal.removed).hasSize(1);
  }

  private void refuseTransition() {
    sender.fail(
        Refusals.refused(
            RejectedErrorCode.INVALID_STATE_TRANSITION,
            JobStatus.IN_PROGRESS,
            2,
            Map.of("agentToken", "agent-1")));
  }

  @Test
  void saysLessWhereTheServiceDoesNotTakeTheDetails() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.deliver(reporter, ended(JobStatus.REJECTED));
    sender.fail(Refusals.refused(RejectedErrorCode.INVALID_REQUEST));

    assertThat(sender.last().status()).isEqualTo(JobStatus.REJECTED);
    assertThat(sender.last().statusDetails())
        .isEqualTo(Map.of("agentToken", "agent-1", "reasonCode", "LOW"));
    sender.fail(Refusals.refused(RejectedErrorCode.INVALID_REQUEST));
    assertThat(delivered).isCompletedWithValue(UpdateVerdict.INVALID);
    assertThat(journal.removed).hasSize(1);
  }

  @Test
  void forgetsWhatIsGone() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.deliver(reporter, ended(JobStatus.SUCCEEDED));
    sender.fail(Refusals.refused(RejectedErrorCode.RESOURCE_NOT_FOUND));

    assertThat(delivered).isCompletedWithValue(UpdateVerdict.GONE);
    assertThat(journal.removed).hasSize(1);
  }

  @Test
  void aFailedRemovalHarmsNothing() {
    CompletableFuture<UpdateVerdict> delivered =
        outbox.deliver(reporter, ended(JobStatus.SUCCEEDED));
    sender.accept();
    journal.removing.completeExceptionally(new IOException("disk gone"));

    assertThat(delivered).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void refusesToDeliverWhatHasNotEnded() {
    assertThatThrownBy(() -> outbox.deliver(reporter, begun()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("job job-1 has not ended");
  }
}

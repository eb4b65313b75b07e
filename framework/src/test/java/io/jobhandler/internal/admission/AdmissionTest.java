package io.jobhandler.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.RestartCause;
import io.jobhandler.internal.admission.Admission.Verdict;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Duration STEP_TIMEOUT = Duration.ofMinutes(10);
  private static final JournalEntry ENTRY =
      JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, "x", "agent-1", 1);
  private static final Attempt SECOND = new Attempt(2, RestartCause.INTERRUPTION, false);

  private final ManualScheduler manual = new ManualScheduler();
  private final OneEntry journal = new OneEntry();
  private final List<Long> asked = new ArrayList<>();
  private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
  private final Admission admission =
      new Admission(
          journal,
          new StepTimer(STEP_TIMEOUT, Map.of(), Map.of(), Duration.ofSeconds(30)),
          new Loop(manual, manual::nanoTime));

  /** A journal for one entry. */
  private static final class OneEntry implements JobJournal {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final CompletableFuture<Void> stored = new CompletableFuture<>();

    @Override
    public CompletableFuture<JournalContents> load() {
      return CompletableFuture.completedFuture(new JournalContents(List.of(), List.of()));
    }

    @Override
    public CompletableFuture<Void> store(JournalEntry entry) {
      entries.add(entry);
      return stored;
    }

    @Override
    public CompletableFuture<Void> remove(JournalEntry entry) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }

  private static DecodedJob job() {
    return new DecodedJob(
        TestJobs.queued(TestJobs.DOCUMENT),
        Handlers.binding(Handlers.method("x", null), invocation -> JobResult.succeeded()),
        null);
  }

  private CompletableFuture<Verdict> admit(DecodedJob job) {
    return admission.admit(
        job,
        ENTRY,
        SECOND,
        minutes -> {
          asked.add(minutes);
          return answer;
        });
  }

  @Test
  void storesTheAttemptBeforeItAsks() {
    DecodedJob job = job();
    CompletableFuture<Verdict> verdict = admit(job);
    manual.runDue();
    assertThat(journal.entries).containsExactly(ENTRY);
    assertThat(asked).isEmpty();

    journal.stored.complete(null);
    manual.runDue();
    assertThat(asked).containsExactly(12L);
    assertThat(verdict).isNotDone();

    answer.complete(true);
    assertThat(verdict)
        .isCompletedWithValue(
            new Verdict.Admitted(new AdmittedJob(job, SECOND, STEP_TIMEOUT, false)));
  }

  @Test
  void tellsWhetherReportsGiveTheHandlerItsTimeAgain() {
    HandlerMethod method = Handlers.method("x", null).withOnProgress(OnProgress.RESTART_STEP_TIMER);
    DecodedJob job =
        new DecodedJob(
            TestJobs.queued(TestJobs.DOCUMENT),
            Handlers.binding(method, invocation -> JobResult.succeeded()),
            null);
    CompletableFuture<Verdict> verdict = admit(job);
    journal.stored.complete(null);
    manual.runDue();
    answer.complete(true);

    assertThat(verdict)
        .isCompletedWithValue(
            new Verdict.Admitted(new AdmittedJob(job, SECOND, STEP_TIMEOUT, true)));
  }

  @Test
  void refusesWhatIsNotOurs() {
    CompletableFuture<Verdict> verdict = admit(job());
    journal.stored.complete(null);
    manual.runDue();
    answer.complete(false);

    assertThat(verdict).isCompletedWithValue(new Verdict.Refused());
  }

  @Test
  void asksForNothingWhereTheAttemptCannotBeStored() {
    CompletableFuture<Verdict> verdict = admit(job());
    journal.stored.completeExceptionally(new IOException("disk full"));
    manual.runDue();

    assertThat(verdict).isCompletedWithValue(new Verdict.NotStored());
    assertThat(asked).isEmpty();
  }
}

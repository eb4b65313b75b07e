package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.testkit.LogCapture;
import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class PatientJournalTest {
  private static final JournalEntry ENTRY = TestJobs.cutOff("job-1", "agent-1");
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final ManualScheduler manual = new ManualScheduler();
  private final ScriptedJournal disk = new ScriptedJournal();
  private final PatientJournal journal =
      new PatientJournal(disk, new Loop(manual, manual::nanoTime));

  private void fails(CompletableFuture<Void> call) {
    call.completeExceptionally(new IOException("disk full"));
    manual.runDue();
  }

  @Test
  void isDoneWhenTheEntryIsDurableAndNotBefore() {
    CompletableFuture<Void> stored = journal.store(ENTRY);
    manual.runDue();
    assertThat(stored).isNotDone();

    disk.storing.complete(null);
    assertThat(stored).isNotDone(); // it goes on on the loop
    manual.runDue();
    assertThat(stored).isCompleted();
    assertThat(disk.stored).containsExactly(ENTRY);
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void triesAgainEveryFiveSecondsUntilTheEntryIsDurable() {
    CompletableFuture<Void> stored = journal.store(ENTRY);

    for (int i = 1; i <= 100; i++) {
      fails(disk.storing);
      manual.advance(RETRY.minusNanos(1));
      assertThat(disk.stored).hasSize(i);
      manual.advance(Duration.ofNanos(1));
      assertThat(disk.stored).hasSize(i + 1).containsOnly(ENTRY);
    }
    assertThat(stored).isNotDone();

    disk.storing.complete(null);
    manual.runDue();
    assertThat(stored).isCompleted();
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void saysWhatCannotBeStored() {
    journal.store(ENTRY);

    try (LogCapture log = LogCapture.of(PatientJournal.class)) {
      fails(disk.storing);
      assertThat(log.text())
          .contains("ERROR")
          .contains(
              "Job job-1 is Running[afterRestart=false],"
                  + " and nothing is reported before that can be stored")
          .contains("disk full");
    }
  }

  @Test
  void aTryIsDoneWhenTheEntryIsDurable() {
    CompletableFuture<Void> stored = journal.tryToStore(ENTRY);
    assertThat(disk.stored).containsExactly(ENTRY);
    disk.storing.complete(null);
    assertThat(stored).isNotDone();

    manual.runDue();
    assertThat(stored).isCompleted();
  }

  @Test
  void aTryThatFailsIsNotRepeated() {
    CompletableFuture<Void> stored = journal.tryToStore(ENTRY);
    fails(disk.storing);

    assertThat(stored)
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IOException.class)
        .withMessageContaining("disk full");
    assertThat(manual.waiting()).isZero();
    assertThat(disk.stored).hasSize(1);
  }

  @Test
  void aRemovalThatFailsIsSaidAndNotRepeated() {
    journal.remove(ENTRY);
    assertThat(disk.removed).containsExactly(ENTRY);

    try (LogCapture log = LogCapture.of(PatientJournal.class)) {
      fails(disk.removing);
      assertThat(log.text())
          .contains("WARN")
          .contains("Job job-1 is over but stays in the journal")
          .contains("disk full");
    }
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void nothingIsSaidOfARemovalThatWorks() {
    try (LogCapture log = LogCapture.of(PatientJournal.class)) {
      journal.remove(ENTRY);
      disk.removing.complete(null);
      manual.runDue();
      assertThat(log.text()).isEmpty();
    }
  }
}

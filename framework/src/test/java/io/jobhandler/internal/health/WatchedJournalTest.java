package io.jobhandler.internal.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What is told of a journal. */
class WatchedJournalTest {
  private static final JournalEntry ENTRY = TestJobs.cutOff("job-1", "agent-1");

  private final FailingJournal journal = new FailingJournal();
  private final Findings findings = new Findings(() -> 0, () -> {});
  private final WatchedJournal watched = new WatchedJournal(journal, findings);

  private List<String> texts() {
    return findings.list().stream().map(found -> found.trouble() + ": " + found.text()).toList();
  }

  @Test
  void doesWhatIsAsked() {
    journal.left.add(ENTRY);
    assertThat(watched.load()).isCompletedWithValue(new JournalContents(List.of(ENTRY), List.of()));
    assertThat(watched.store(ENTRY)).isCompleted();
    assertThat(watched.remove(ENTRY)).isCompleted();

    assertThat(journal.stored).containsExactly(ENTRY);
    assertThat(journal.removed).containsExactly(ENTRY);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void eachFailureLastsUntilTheSameWorksAgain() {
    journal.failing = true;
    watched.load();
    watched.store(ENTRY);
    watched.remove(ENTRY);
    assertThat(texts())
        .containsExactly(
            "JOURNAL_FAILING: the journal cannot be read: java.io.IOException: the disk is full",
            "JOURNAL_FAILING: the journal cannot be written: java.io.IOException: the disk is full",
            "JOURNAL_FAILING: the journal cannot forget what is over: java.io.IOException: the disk"
                + " is full");

    journal.failing = false;
    watched.store(ENTRY);
    assertThat(texts()).hasSize(2).noneMatch(text -> text.contains("written"));
    watched.remove(ENTRY);
    watched.load();
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void failsAsTheJournalDoes() {
    journal.failing = true;

    assertThat(watched.store(ENTRY))
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(IOException.class);
  }

  @Test
  void tellsWhatCannotBeRead() {
    journal.unreadable.add(
        new JournalContents.Unreadable("job-7", 1, null, "the checksum is wrong"));
    watched.load();

    assertThat(texts())
        .containsExactly(
            "JOURNAL_UNREADABLE: 1 entries of the journal cannot be read, and their jobs are left"
                + " alone; of job job-7: the checksum is wrong");
  }

  @Test
  void aJournalThatThrowsFails() {
    WatchedJournal throwing = new WatchedJournal(new Throwing(), findings);

    assertThat(throwing.store(ENTRY)).isCompletedExceptionally();
    assertThat(texts())
        .containsExactly(
            "JOURNAL_FAILING: the journal cannot be written: java.lang.IllegalStateException:"
                + " closed");
  }

  private static final class Throwing implements JobJournal {
    @Override
    public CompletableFuture<JournalContents> load() {
      throw new IllegalStateException("closed");
    }

    @Override
    public CompletableFuture<Void> store(JournalEntry entry) {
      throw new IllegalStateException("closed");
    }

    @Override
    public CompletableFuture<Void> remove(JournalEntry entry) {
      throw new IllegalStateException("closed");
    }

    @Override
    public void close() {
      throw new IllegalStateException("closed");
    }
  }

  @Test
  void isClosedAsTheJournalIs() {
    assertThatThrownBy(() -> new WatchedJournal(new Throwing(), findings).close())
        .isInstanceOf(IllegalStateException.class);
  }
}

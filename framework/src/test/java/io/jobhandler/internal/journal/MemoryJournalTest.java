package io.jobhandler.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {

  @Test
  void storesAtOnceAndRemembersNothing() {
    JournalEntry entry = JournalEntry.first("job-1", 1, null, "x", "agent-1", 7);
    try (MemoryJournal journal = new MemoryJournal()) {
      assertThat(journal.store(entry)).isCompleted();
      assertThat(journal.load()).isCompletedWithValue(new JournalContents(List.of(), List.of()));
      assertThat(journal.remove(entry)).isCompleted();
    }
  }
}

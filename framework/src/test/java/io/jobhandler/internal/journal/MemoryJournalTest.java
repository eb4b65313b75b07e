package io.jobhandler.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.journal.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryJournalTest {

  @Test
  void storesAtOnceAndRemembersNothing() {
    JournalEntry entry = new JournalEntry("job-1", 1, null, 1, 7, "agent-1", null);
    try (MemoryJournal journal = new MemoryJournal()) {
      assertThat(journal.store(entry)).isCompleted();
      assertThat(journal.load()).isCompletedWithValue(List.of());
      assertThat(journal.remove(entry)).isCompleted();
    }
  }
}

package io.jobhandler.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal holds when the agent starts.
 *
 * @param entries what can be read, in no order
 * @param unreadable what cannot; the evidence is kept
 */
public record JournalContents(List<JournalEntry> entries, List<Unreadable> unreadable) {

  /** Copies the lists. */
  public JournalContents {
    entries = List.copyOf(entries);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * An entry that cannot be read: damaged, or written by a newer version of the agent. Its
   * execution is not begun here.
   *
   * @param jobId the job
   * @param executionNumber which execution of the job on this thing
   * @param queuedAt when it was queued, to the second
   * @param reason what is wrong and where the evidence is, for people
   */
  public record Unreadable(
      String jobId, long executionNumber, @Nullable Instant queuedAt, String reason) {}
}

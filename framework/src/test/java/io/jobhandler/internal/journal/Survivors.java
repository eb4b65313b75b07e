package io.jobhandler.internal.journal;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a journal must still hold after a loss of power, by what its agent was told. */
final class Survivors {
  /**
   * One execution.
   *
   * @param versions what may be found of it: the last that is durable, and what was to replace it
   * @param mayBeAbsent whether none of them need be found
   */
  private record Expected(List<JournalEntry> versions, boolean mayBeAbsent) {}

  private final Map<String, Expected> executions = new HashMap<>();

  void apply(JournalLife.Event event) {
    if (event instanceof JournalLife.Storing storing) {
      Expected before = expected(storing.entry());
      List<JournalEntry> versions = new ArrayList<>(before.versions());
      versions.add(storing.entry());
      expect(storing.entry(), new Expected(versions, before.mayBeAbsent()));
    } else if (event instanceof JournalLife.Stored stored) {
      expect(stored.entry(), new Expected(List.of(stored.entry()), false));
    } else if (event instanceof JournalLife.Removing removing) {
      expect(removing.entry(), new Expected(expected(removing.entry()).versions(), true));
    }
  }

  private Expected expected(JournalEntry entry) {
    return executions.getOrDefault(entry.jobId(), new Expected(List.of(), true));
  }

  private void expect(JournalEntry entry, Expected expected) {
    executions.put(entry.jobId(), expected);
  }

  /** What is expected now, to be compared. */
  Object snapshot() {
    return Map.copyOf(executions);
  }

  /** What is wrong with what was found; empty if nothing is. */
  Optional<String> violatedBy(JournalContents found) {
    if (!found.unreadable().isEmpty()) {
      return Optional.of("unreadable: " + found.unreadable());
    }
    Map<String, JournalEntry> entries = new HashMap<>();
    found.entries().forEach(entry -> entries.put(entry.jobId(), entry));
    if (!executions.keySet().containsAll(entries.keySet())) {
      return Optional.of("never stored: " + entries.keySet());
    }
    return executions.entrySet().stream()
        .filter(execution -> !isMetBy(execution.getValue(), entries.get(execution.getKey())))
        .findFirst()
        .map(
            execution ->
                "lost: %s, found: %s"
                    .formatted(
                        execution.getValue().versions().get(0), entries.get(execution.getKey())));
  }

  private static boolean isMetBy(Expected expected, @Nullable JournalEntry found) {
    return found == null ? expected.mayBeAbsent() : expected.versions().contains(found);
  }
}

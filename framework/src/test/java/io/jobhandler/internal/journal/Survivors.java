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
  /** One execution. */
  private static final class Expected {
    /** Since the last that is durable, which is the first of them then. */
    private final List<JournalEntry> versions = new ArrayList<>();

    private boolean mayBeAbsent = true;
  }

  private final Map<String, Expected> executions = new HashMap<>();

  void apply(JournalLife.Event event) {
    if (event instanceof JournalLife.Storing storing) {
      expected(storing.entry()).versions.add(storing.entry());
    } else if (event instanceof JournalLife.Stored stored) {
      Expected expected = expected(stored.entry());
      expected.versions.clear();
      expected.versions.add(stored.entry());
      expected.mayBeAbsent = false;
    } else if (event instanceof JournalLife.Removing removing) {
      expected(removing.entry()).mayBeAbsent = true;
    }
  }

  private Expected expected(JournalEntry entry) {
    return executions.computeIfAbsent(entry.jobId(), job -> new Expected());
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
                        execution.getValue().versions.get(0), entries.get(execution.getKey())));
  }

  private static boolean isMetBy(Expected expected, @Nullable JournalEntry found) {
    return found == null ? expected.mayBeAbsent : expected.versions.contains(found);
  }
}

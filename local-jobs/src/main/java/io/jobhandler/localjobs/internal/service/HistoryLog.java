package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every transition that was asked for. Outlives the executions, so that a deleted one can be looked
 * into.
 */
final class HistoryLog {
  private final Map<ExecutionKey, List<Transition>> transitions = new HashMap<>();

  void accepted(
      StoredExecution execution,
      @Nullable ExecutionStatus from,
      Transition.Actor actor,
      Instant now) {
    record(execution, new Entry(from, execution.status, actor, null), now);
  }

  void refused(
      StoredExecution execution,
      ExecutionStatus to,
      Transition.Actor actor,
      String errorCode,
      Instant now) {
    record(execution, new Entry(execution.status, to, actor, errorCode), now);
  }

  private void record(StoredExecution execution, Entry entry, Instant now) {
    Transition transition =
        new Transition(
            now,
            execution.executionNumber,
            entry.from,
            entry.to,
            entry.actor,
            entry.errorCode == null,
            entry.errorCode,
            execution.versionNumber,
            execution.statusDetails);
    transitions.computeIfAbsent(execution.key(), key -> new ArrayList<>()).add(transition);
  }

  List<Transition> of(ExecutionKey key) {
    return List.copyOf(transitions.getOrDefault(key, List.of()));
  }

  private record Entry(
      @Nullable ExecutionStatus from,
      ExecutionStatus to,
      Transition.Actor actor,
      @Nullable String errorCode) {}
}

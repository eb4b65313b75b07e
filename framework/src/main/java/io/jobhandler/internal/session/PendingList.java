package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The QUEUED executions of a thing in the service's order, some with their documents. */
final class PendingList {
  /**
   * More are not kept. Those at the end are listed again when those before them are over, so this
   * only keeps a queue that others work off from growing for ever in here.
   */
  private static final int MOST = 100;

  /** One execution; without a job where only a list has named it so far. */
  record Entry(ExecutionKey key, @Nullable QueuedJob job) {}

  private Map<ExecutionKey, Entry> entries = new LinkedHashMap<>();
  private Listing last = new Listing(List.of(), List.of());

  /**
   * Takes over a list, keeping the documents that are known.
   *
   * @param isWanted whether an execution may begin here
   * @return whether one vanished that had been waiting here
   */
  boolean replace(Listing list, Predicate<ExecutionKey> isWanted) {
    Map<ExecutionKey, Entry> known = entries;
    entries = new LinkedHashMap<>();
    last = list;
    list.queued().stream()
        .filter(isWanted)
        .forEach(key -> add(known.getOrDefault(key, new Entry(key, null))));
    if (!list.isComplete()) {
      known.values().forEach(this::add);
      return false;
    }
    return !list.named().containsAll(known.keySet());
  }

  /** Puts an execution at the head. */
  void putFirst(QueuedJob job) {
    Map<ExecutionKey, Entry> behind = entries;
    entries = new LinkedHashMap<>();
    add(new Entry(job.key(), job));
    behind.values().forEach(this::add);
  }

  private void add(Entry entry) {
    if (entries.size() < MOST) {
      entries.putIfAbsent(entry.key(), entry);
    }
  }

  /** Adds the document to an execution that keeps its place, where it is still listed. */
  void fill(QueuedJob job) {
    entries.computeIfPresent(job.key(), (key, entry) -> new Entry(key, job));
  }

  void remove(ExecutionKey key) {
    entries.remove(key);
  }

  /** The executions in their order, as they are at this moment. */
  List<Entry> inOrder() {
    return List.copyOf(entries.values());
  }

  boolean contains(ExecutionKey key) {
    return entries.containsKey(key);
  }

  Set<ExecutionKey> keys() {
    return Set.copyOf(entries.keySet());
  }

  /**
   * Whether the service has an execution at the head, which a notification of its own tells.
   *
   * @param isOver whether an execution has ended, as far as is known here
   * @return false where the list that came last has one before it that is not over
   */
  boolean isHead(ExecutionKey key, Predicate<ExecutionKey> isOver) {
    return last.begun().stream().allMatch(isOver)
        && last.queued().stream()
            .filter(isOver.negate())
            .findFirst()
            .filter(key::equals)
            .isPresent();
  }
}

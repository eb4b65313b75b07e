package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The executions that this agent has to do with, or had of late. Confined to the loop. */
final class OwnJobs {
  private final Set<ExecutionKey> running = new HashSet<>();
  private final Set<ExecutionKey> parked = new HashSet<>();
  private final Map<ExecutionKey, QueuedJob> resumable = new LinkedHashMap<>();
  private final RecentKeys finished = new RecentKeys();
  private final RecentKeys left = new RecentKeys();
  private final RecentKeys dropped = new RecentKeys();

  /** It takes room. */
  void run(ExecutionKey key) {
    forget(key);
    running.add(key);
  }

  /** It waits, and takes no room. */
  void park(ExecutionKey key) {
    forget(key);
    parked.add(key);
  }

  /** It waits for nothing but its turn. */
  void resume(QueuedJob job) {
    resumable.put(job.key(), job);
  }

  /** It has ended here. */
  void finish(ExecutionKey key) {
    forget(key);
    finished.add(key);
  }

  /** It is another agent's. */
  void leave(ExecutionKey key) {
    forget(key);
    left.add(key);
  }

  /**
   * It was not begun, and may come again.
   *
   * @return whether it is for the first time, of late
   */
  boolean drop(ExecutionKey key) {
    forget(key);
    boolean first = !dropped.contains(key);
    dropped.add(key);
    return first;
  }

  private void forget(ExecutionKey key) {
    running.remove(key);
    parked.remove(key);
    resumable.remove(key);
  }

  int roomTaken() {
    return running.size();
  }

  /** Those that have begun here and have not ended, whether they run or wait. */
  Set<ExecutionKey> begun() {
    Set<ExecutionKey> begun = new HashSet<>(running);
    begun.addAll(parked);
    return begun;
  }

  /** Those that wait for nothing but their turn, as they are at this moment. */
  List<QueuedJob> resumable() {
    return List.copyOf(resumable.values());
  }

  boolean isResumable(ExecutionKey key) {
    return resumable.containsKey(key);
  }

  /** Whether it runs or waits here. */
  boolean isBegun(ExecutionKey key) {
    return running.contains(key) || parked.contains(key);
  }

  /** Whether it has ended here, of late. */
  boolean isFinished(ExecutionKey key) {
    return finished.contains(key);
  }

  /** Whether it may begin if the service has it QUEUED. */
  boolean isFree(ExecutionKey key) {
    return !isBegun(key) && !left.contains(key);
  }

  /** Whether it may begin even if the service may have had it QUEUED a while ago only. */
  boolean isNew(ExecutionKey key) {
    return isFree(key) && !isFinished(key);
  }

  /** Those that take room, as they are at this moment. */
  Set<ExecutionKey> running() {
    return Set.copyOf(running);
  }
}

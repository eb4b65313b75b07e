package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import java.util.HashSet;
import java.util.Set;

/**
 * Goes through the jobs that wait, those that go on before those that have not begun, and lets
 * those go whose turn it is. Confined to the loop.
 */
final class LettingGo {

  /** Takes what comes of it. */
  interface Exits {
    /** A job's turn has come. */
    void begin(QueuedJob job);

    /** The turns of this job and of those behind it depend on its document. */
    void needsDocument(ExecutionKey key);
  }

  private final int room;
  private final PendingList pending;
  private final OwnJobs own;
  private final Turnstile turnstile;
  private final Exits exits;
  private boolean open = true;
  private boolean held;
  private boolean underWay;
  private boolean changed;

  /**
   * Prepares to let jobs go.
   *
   * @param room how many may run at once
   * @param pending those that have not begun
   * @param own those that run, and those that go on
   * @param turnstile says whose turn it is
   * @param exits takes what comes of it
   */
  LettingGo(int room, PendingList pending, OwnJobs own, Turnstile turnstile, Exits exits) {
    this.room = room;
    this.pending = pending;
    this.own = own;
    this.turnstile = turnstile;
    this.exits = exits;
  }

  /** Whether jobs are kept from being let go. */
  void hold(boolean hold) {
    held = hold;
  }

  /** Lets no more go. */
  void close() {
    open = false;
  }

  /**
   * Goes through them from the first on. A job that begins may end at once and so change what is
   * gone through, which then begins anew.
   */
  void go() {
    changed = true;
    if (underWay || !open) {
      return;
    }
    underWay = true;
    try {
      while (changed) {
        changed = false;
        turnstile.fromTheFirst(waiting());
        if (letResumableGo()) {
          letPendingGo();
        }
      }
    } finally {
      underWay = false;
    }
  }

  private Set<ExecutionKey> waiting() {
    Set<ExecutionKey> waiting = new HashSet<>(pending.keys());
    own.resumable().forEach(job -> waiting.add(job.key()));
    return waiting;
  }

  /** Returns whether those behind may be gone through. */
  private boolean letResumableGo() {
    for (QueuedJob job : own.resumable()) {
      if (!mayLetGo()) {
        return false;
      }
      Turn turn = own.isResumable(job.key()) ? turnstile.turnOf(job) : Turn.LATER;
      if (turn == Turn.NOW) {
        exits.begin(job);
      } else if (turn == Turn.ALONE) {
        return false;
      }
    }
    return true;
  }

  private void letPendingGo() {
    for (PendingList.Entry entry : pending.inOrder()) {
      if (!mayLetGo()) {
        return;
      }
      QueuedJob job = entry.job();
      if (job == null) {
        exits.needsDocument(entry.key());
        return;
      }
      Turn turn = pending.contains(job.key()) ? turnstile.turnOf(job) : Turn.LATER;
      if (turn == Turn.NOW) {
        exits.begin(job);
      } else if (turn == Turn.ALONE) {
        return;
      }
    }
  }

  private boolean mayLetGo() {
    return open && !held && own.roomTaken() < room;
  }
}

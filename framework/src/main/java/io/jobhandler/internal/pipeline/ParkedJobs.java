package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.HandlerBinding;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.session.ThingQueue;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The executions that the journal knows and that nobody works on: those that the process before
 * this one has left, and those that wait for their next attempt. Confined to the loop.
 */
final class ParkedJobs {

  /** Told of what happens to them. */
  interface Listener {
    /** One has asked for a restart that has not come yet. */
    void onRestart(JobResult.Restart.Kind kind);

    /** The work for a cancelled one ignores its interruption. */
    void onStuck(ExecutionKey key, String work);

    /** Nothing is left to be done of one; {@link #onChanged} follows. */
    void onSettled(ExecutionKey key);

    /** Something that others wait for has changed. */
    void onChanged();
  }

  private final Stages stages;
  private final ThingQueue queue;
  private final Listener listener;
  private final Map<ExecutionKey, Parked> parked = new HashMap<>();
  private final Set<ExecutionKey> unknown = new HashSet<>();

  ParkedJobs(Stages stages, ThingQueue queue, Listener listener) {
    this.stages = stages;
    this.queue = queue;
    this.listener = listener;
  }

  /** Takes up what the process before this one has left. */
  void recover(JournalEntry entry) {
    ExecutionKey key = JobReport.keyOf(entry);
    unknown.add(key);
    if (entry.state() instanceof JournalState.Ended) {
      stages.outbox().awaits(entry);
    }
    park(entry).look(false);
  }

  /** Has an execution wait until its next attempt may begin. */
  void await(JournalEntry entry, Duration delay) {
    park(entry).lookIn(delay);
  }

  /** Keeps an execution until the process or the device has restarted. */
  void awaitRestart(JournalEntry entry) {
    park(entry);
  }

  private Parked park(JournalEntry entry) {
    Parked job = new Parked(entry);
    parked.put(job.key, job);
    queue.park(job.key);
    return job;
  }

  /** The operations of those that have begun and have not ended. */
  Map<ExecutionKey, String> operations() {
    Map<ExecutionKey, String> operations = new HashMap<>();
    parked.forEach(
        (key, job) -> {
          String operation = job.entry.operation();
          if (operation != null && !(job.entry.state() instanceof JournalState.Ended)) {
            operations.put(key, operation);
          }
        });
    return operations;
  }

  /** An execution whose next attempt may begin; null where it is none of these. */
  Leftover.@Nullable Resumed resumed(ExecutionKey key) {
    Parked job = parked.get(key);
    return job == null ? null : job.resumed;
  }

  /** The next attempt of an execution begins. */
  void begins(ExecutionKey key) {
    parked.remove(key);
  }

  /** An execution is not wanted any more: its description will tell what is to be done. */
  void onGone(ExecutionKey key) {
    Parked job = parked.get(key);
    if (job != null && !job.busy) {
      job.resumed = null;
      queue.park(key);
      job.look(true);
    }
  }

  /** Those of which something can be finished now. */
  Set<ExecutionKey> busy() {
    return parked.values().stream()
        .filter(job -> job.busy)
        .map(job -> job.key)
        .collect(Collectors.toSet());
  }

  /** Whether it is known of all what is to become of them. */
  boolean isClear() {
    return unknown.isEmpty() && parked.values().stream().noneMatch(job -> job.cancelling);
  }

  private final class Parked implements Leftover.Listener {
    private final JournalEntry entry;
    private final ExecutionKey key;
    private Loop.Timer timer = () -> {};
    private Leftover.@Nullable Resumed resumed;
    private boolean busy;
    private boolean cancelling;

    Parked(JournalEntry entry) {
      this.entry = entry;
      this.key = JobReport.keyOf(entry);
    }

    void lookIn(Duration delay) {
      queue.watch(key);
      timer = stages.loop().schedule(delay, () -> look(true));
    }

    void look(boolean waited) {
      timer.cancel();
      busy = true;
      new Leftover(stages, entry, waited, this).look();
    }

    @Override
    public void onSettled(ExecutionKey settled) {
      parked.remove(key);
      known();
      stages.outbox().settled(entry);
      queue.onEnded(key);
      listener.onSettled(key);
      listener.onChanged();
    }

    @Override
    public void onNeverBegun(ExecutionKey neverBegun) {
      parked.remove(key);
      known();
      queue.onDropped(key);
      listener.onChanged();
    }

    @Override
    public void onEnding() {
      known();
      listener.onChanged();
    }

    @Override
    public void onCancelled(JobReport report, HandlerBinding<?> handler) {
      cancelling = true;
      known();
      listener.onChanged();
      stages
          .cancellations()
          .begin(
              stages,
              gone(handler),
              report,
              work -> listener.onStuck(key, work),
              () -> onSettled(key));
    }

    /** The document is gone with the execution. */
    private DecodedJob gone(HandlerBinding<?> handler) {
      byte[] none = "{}".getBytes(StandardCharsets.US_ASCII);
      return new DecodedJob(
          new QueuedJob(
              key, entry.versionNumber(), Map.of(), JobDocument.copyOf(none, 0, none.length)),
          handler,
          null);
    }

    @Override
    public void onReady(Leftover.Resumed ready) {
      busy = false;
      resumed = ready;
      queue.watch(key);
      known();
      queue.resume(ready.job());
      listener.onChanged();
    }

    @Override
    public void onWait(JobReport report, HandlerBinding<?> handler, JournalState.Waiting waiting) {
      new NextAttempt(stages, report, waiting.delay(), stepTimeout(handler))
          .prepare(waiting)
          .thenAccept(inTime -> waitOrEnd(report, waiting.delay(), inTime));
    }

    private Duration stepTimeout(HandlerBinding<?> handler) {
      return stages.settings().stepTimer().stepTimeout(handler.method());
    }

    private void waitOrEnd(JobReport report, Duration delay, boolean inTime) {
      if (inTime) {
        busy = false;
        known();
        lookIn(delay);
        listener.onChanged();
      } else {
        report.end(NextAttempt.tooLate(delay), null).thenAccept(verdict -> onSettled(key));
      }
    }

    @Override
    public void onRestart(JobResult.Restart.Kind kind) {
      busy = false;
      known();
      listener.onRestart(kind);
    }

    private void known() {
      unknown.remove(key);
    }
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.Admission;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.execution.StopReason;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.session.ThingQueue;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.ExecutionReporter;
import io.jobhandler.internal.status.Outbox;
import io.jobhandler.internal.status.PatientUpdates;
import io.jobhandler.jobs.ConnectionState;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Wires the stages for one thing: the queue lets a job go, the job runs through the stages, the
 * outbox reports its end, and the queue goes on. Confined to the loop.
 */
public final class Engine {
  /** The setting comes later; the queue is ready for more. */
  private static final int ROOM = 1;

  private final Stages stages;
  private final JobJournal journal;
  private final ThingQueue queue;
  private final PatientUpdates updates;
  private final Map<ExecutionKey, JobRun> runs = new HashMap<>();
  private final List<CompletableFuture<?>> recovered = new ArrayList<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private boolean draining;

  /**
   * Wires the stages.
   *
   * @param client the thing's client, on the same loop
   * @param loop where everything but handlers runs
   * @param decoder finds handlers and reads documents
   * @param payloads brings payloads
   * @param journal what survives the process
   * @param handlerThreads runs handlers
   * @param token this agent instance
   * @param settings what the stages are set to
   */
  public Engine(
      JobsClient client,
      Loop loop,
      DocumentDecoder decoder,
      PayloadStage payloads,
      JobJournal journal,
      Executor handlerThreads,
      AgentToken token,
      EngineSettings settings) {
    this.journal = journal;
    this.updates = new PatientUpdates(loop);
    this.stages =
        new Stages(
            loop,
            decoder,
            new Admission(journal, settings.stepTimer(), loop),
            payloads,
            updates,
            new Outbox(journal, updates, loop),
            client,
            handlerThreads,
            token,
            settings);
    this.queue =
        new ThingQueue(
            new ClientQueueService(client),
            loop,
            settings.queue(),
            ROOM,
            RandomGenerator.getDefault(),
            this::begin,
            this::onGone);
    client.onConnectionChanged(this::onConnectionChanged);
    client.onJobExecutionsChanged(queue::onChanged);
    client.onNextJobExecutionChanged(queue::onNextChanged);
  }

  /**
   * Takes up what the process before this one has left: reports outcomes that were not accepted,
   * and ends attempts that did not end.
   *
   * @return completed when the journal was read; failed if it cannot be
   */
  public CompletableFuture<Void> recover() {
    return journal.load().thenAcceptAsync(entries -> entries.forEach(this::recover), stages.loop());
  }

  private void recover(JournalEntry entry) {
    ExecutionReporter reporter =
        new ExecutionReporter(
            stages.client()::updateJobExecution,
            new AgentToken(entry.agentToken()),
            new ExecutionKey(entry.jobId(), entry.executionNumber(), entry.queuedAt()),
            entry.versionNumber());
    recovered.add(
        entry.outcome() == null
            ? stages.outbox().storeAndDeliver(reporter, Outbox.interrupted(entry))
            : stages.outbox().deliver(reporter, entry));
  }

  private void onConnectionChanged(ConnectionState state) {
    if (state == ConnectionState.CONNECTED) {
      updates.onConnected();
      queue.onConnected();
    }
  }

  private void begin(QueuedJob job) {
    JobRun run = new JobRun(stages, job, queue::onDoubt, this::onOver);
    runs.put(job.key(), run);
    run.begin();
  }

  private void onOver(ExecutionKey key, JobRun.Exit exit) {
    runs.remove(key);
    switch (exit) {
      case ENDED -> queue.onEnded(key);
      case DROPPED -> queue.onDropped(key);
      case LEFT -> queue.onLeft(key);
    }
    completeIfIdle();
  }

  private void onGone(ExecutionKey key) {
    JobRun run = runs.get(key);
    if (run != null) {
      run.stop(StopReason.GONE);
    }
  }

  /**
   * Begins no more jobs.
   *
   * @return completed when the last running job is over and its end reported
   */
  public CompletableFuture<Void> drain() {
    draining = true;
    queue.close();
    completeIfIdle();
    return idle;
  }

  private void completeIfIdle() {
    if (draining && runs.isEmpty()) {
      CompletableFuture.allOf(recovered.toArray(CompletableFuture<?>[]::new))
          .thenAccept(reported -> idle.complete(null));
    }
  }

  /** Interrupts the running jobs; what becomes of them is reported all the same. */
  public void interruptAll() {
    List.copyOf(runs.values()).forEach(run -> run.stop(StopReason.CLOSING));
  }
}

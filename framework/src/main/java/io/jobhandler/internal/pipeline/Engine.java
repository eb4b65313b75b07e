package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.admission.Admission;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.session.ThingQueue;
import io.jobhandler.internal.session.Turn;
import io.jobhandler.internal.session.Turnstile;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.internal.status.Outbox;
import io.jobhandler.internal.status.PatientJournal;
import io.jobhandler.internal.status.PatientUpdates;
import io.jobhandler.jobs.ConnectionState;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.JobGate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the stages for one thing: the queue lets a job go, the job runs through the stages, the
 * outbox reports its end, and the queue goes on. Confined to the loop.
 */
public final class Engine {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final Stages stages;
  private final JobJournal journal;
  private final ThingQueue queue;
  private final ParkedJobs parked;
  private final Turns turns;
  private final Consumer<JobResult.Restart.Kind> restart;
  private final Map<ExecutionKey, JobRun> runs = new LinkedHashMap<>();
  private final Set<ExecutionKey> rejected = new HashSet<>();
  private final Set<ExecutionKey> stuck = new HashSet<>();
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private @Nullable Shown shown;
  private boolean draining;

  /** The job whose turn was asked for last: decoded, or what is wrong with it. */
  private record Shown(
      QueuedJob job, @Nullable DecodedJob decoded, @Nullable DocumentFaultException fault) {}

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
   * @param identity this boot and this process
   * @param gates the app's
   * @param settings what the stages are set to
   * @param restart told when a job goes on after a restart, which is then to be made
   */
  public Engine(
      JobsClient client,
      Loop loop,
      DocumentDecoder decoder,
      PayloadStage payloads,
      JobJournal journal,
      Executor handlerThreads,
      AgentToken token,
      DeviceIdentity identity,
      List<JobGate> gates,
      EngineSettings settings,
      Consumer<JobResult.Restart.Kind> restart) {
    this.journal = journal;
    this.restart = restart;
    PatientJournal patientJournal = new PatientJournal(journal, loop);
    PatientUpdates updates = new PatientUpdates(loop);
    this.stages =
        new Stages(
            loop,
            decoder,
            new Admission(journal, settings.stepTimer(), loop),
            payloads,
            updates,
            new Inquiries(client, loop),
            patientJournal,
            new Outbox(patientJournal, updates),
            client,
            handlerThreads,
            token,
            identity,
            settings);
    this.queue =
        new ThingQueue(
            new ClientQueueService(client),
            loop,
            settings.queue(),
            settings.maxConcurrentExecutions(),
            RandomGenerator.getDefault(),
            new Jobs());
    this.turns = new Turns(new Gates(gates, loop, queue::lookAgain));
    this.parked = new ParkedJobs(stages, queue, new Parking());
    client.onConnectionChanged(this::onConnectionChanged);
    client.onJobExecutionsChanged(queue::onChanged);
    client.onNextJobExecutionChanged(queue::onNextChanged);
  }

  /**
   * Takes up what the process before this one has left: reports outcomes that were not accepted,
   * and goes on with what did not end, or ends it.
   *
   * @return completed when the journal was read; failed if it cannot be
   */
  public CompletableFuture<Void> recover() {
    return journal.load().thenAcceptAsync(this::recover, stages.loop());
  }

  private void recover(JournalContents left) {
    left.unreadable()
        .forEach(
            entry -> {
              LOG.error("Job {} is left alone: {}", entry.jobId(), entry.reason());
              queue.onLeft(
                  new ExecutionKey(entry.jobId(), entry.executionNumber(), entry.queuedAt()));
            });
    left.entries().forEach(parked::recover);
    holdOrLetGo();
  }

  private void onConnectionChanged(ConnectionState state) {
    stages.inquiries().onConnectionChanged(state == ConnectionState.CONNECTED);
    if (state == ConnectionState.CONNECTED) {
      stages.updates().onConnected();
      queue.onConnected();
    }
  }

  private final class Jobs implements Turnstile {
    @Override
    public void fromTheFirst() {
      turns.fromTheFirst();
    }

    @Override
    public Turn turnOf(QueuedJob job) {
      try {
        DecodedJob decoded = stages.decoder().decode(job);
        shown = new Shown(job, decoded, null);
        return turns.turnOf(
            decoded,
            parked.resumed(job.key()) != null,
            runs.values().stream().map(JobRun::job).toList(),
            parked.operations());
      } catch (DocumentFaultException e) {
        shown = new Shown(job, null, e);
        return Turn.NOW;
      }
    }

    @Override
    public void begin(QueuedJob job) {
      Shown now = shown;
      if (now == null || !now.job().key().equals(job.key())) {
        throw new IllegalStateException("job " + job.key() + " begins without its turn");
      }
      if (now.fault() != null) {
        refuse(job, now.fault());
      } else if (now.decoded() != null) {
        Engine.this.begin(now.decoded());
      }
    }

    @Override
    public void gone(ExecutionKey key) {
      JobRun run = runs.get(key);
      if (run != null) {
        run.cancel();
      } else {
        parked.onGone(key);
      }
    }
  }

  private void begin(DecodedJob job) {
    Leftover.Resumed resumed = parked.resumed(job.key());
    JobRun run =
        resumed == null
            ? new JobRun(
                stages,
                job,
                Attempt.FIRST,
                new JobReport(stages, firstEntry(job.queued(), job.operation())),
                new Running())
            : new JobRun(stages, job, resumed.attempt(), resumed.report(), new Running());
    parked.begins(job.key());
    runs.put(job.key(), run);
    run.begin();
  }

  private JournalEntry firstEntry(QueuedJob job, @Nullable String operation) {
    return JournalEntry.first(
        job.key().jobId(),
        job.key().executionNumber(),
        job.key().queuedAt(),
        operation,
        stages.token().value(),
        job.versionNumber());
  }

  private void refuse(QueuedJob job, DocumentFaultException fault) {
    Leftover.Resumed resumed = parked.resumed(job.key());
    boolean leave =
        fault.isUnknownOperation() && stages.settings().leaveUnknownOperations() && resumed == null;
    if (leave) {
      LOG.info("Job {} is left for another agent: {}", job.key(), fault.getMessage());
      queue.onLeft(job.key());
      return;
    }
    LOG.warn("Job {} is rejected: {}", job.key(), fault.getMessage());
    JobReport report =
        resumed == null ? new JobReport(stages, firstEntry(job, null)) : resumed.report();
    parked.begins(job.key());
    rejected.add(job.key());
    report
        .end(fault.toOutcome(), null)
        .thenAccept(
            verdict -> {
              rejected.remove(job.key());
              queue.onEnded(job.key());
              completeIfIdle();
            });
  }

  private final class Running implements JobRun.Listener {
    @Override
    public void onDoubt(ExecutionKey key) {
      queue.onDoubt(key);
    }

    @Override
    public void onStuck(ExecutionKey key) {
      Engine.this.onStuck(key);
    }

    @Override
    public void onOver(JobRun run, JobRun.Exit exit) {
      ExecutionKey key = run.key();
      runs.remove(key);
      stuck.remove(key);
      if (exit instanceof JobRun.Exit.Ended) {
        queue.onEnded(key);
      } else if (exit instanceof JobRun.Exit.Dropped) {
        queue.onDropped(key);
      } else if (exit instanceof JobRun.Exit.Parked wait && !draining) {
        parked.await(run.report().entry(), wait.delay());
      } else if (exit instanceof JobRun.Exit.Parked) {
        parked.awaitRestart(run.report().entry());
      } else if (exit instanceof JobRun.Exit.Restarting asked) {
        restart(asked.kind());
        parked.awaitRestart(run.report().entry());
      }
      holdOrLetGo();
      completeIfIdle();
    }
  }

  private final class Parking implements ParkedJobs.Listener {
    @Override
    public void onRestart(JobResult.Restart.Kind kind) {
      restart(kind);
    }

    @Override
    public void onStuck(ExecutionKey key) {
      Engine.this.onStuck(key);
    }

    @Override
    public void onChanged() {
      holdOrLetGo();
      completeIfIdle();
    }
  }

  /** No job begins any more that the restart would cut off. */
  private void restart(JobResult.Restart.Kind kind) {
    queue.close();
    restart.accept(kind);
  }

  private void onStuck(ExecutionKey key) {
    stuck.add(key);
    holdOrLetGo();
  }

  /** No job begins beside one that cannot be stopped, or before those that have begun go on. */
  private void holdOrLetGo() {
    queue.hold(!stuck.isEmpty() || !parked.isClear());
  }

  /**
   * Begins no more jobs, and cuts off those that go on after the next start.
   *
   * @return completed when the last running job is over and its end reported
   */
  public CompletableFuture<Void> drain() {
    draining = true;
    queue.close();
    List.copyOf(runs.values()).stream().filter(JobRun::isResumable).forEach(JobRun::close);
    completeIfIdle();
    return idle;
  }

  private void completeIfIdle() {
    if (draining && runs.isEmpty() && rejected.isEmpty() && parked.isIdle()) {
      idle.complete(null);
    }
  }

  /** Interrupts the running jobs; what becomes of them is reported all the same. */
  public void interruptAll() {
    List.copyOf(runs.values()).forEach(JobRun::close);
  }
}

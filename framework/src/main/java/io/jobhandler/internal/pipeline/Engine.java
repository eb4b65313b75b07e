package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.health.Vitals;
import io.jobhandler.internal.health.WatchedJournal;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.session.ThingQueue;
import io.jobhandler.internal.session.Turn;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.jobs.ConnectionState;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalContents;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
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
  private final Workers workers;
  private final PermitCheck permits;
  private final Consumer<JobResult.Restart.Kind> restart;
  private final Map<ExecutionKey, JobRun> runs = new LinkedHashMap<>();
  private final RejectedJobs rejected = new RejectedJobs(this::onRejected);
  private final StuckJobs stuck;
  private final CompletableFuture<Void> idle = new CompletableFuture<>();
  private boolean draining;
  private boolean refused;

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
   * @param settings what the stages are set to
   * @param surroundings what is asked and told beside the stages
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
      EngineSettings settings,
      Surroundings surroundings) {
    Vitals vitals = surroundings.vitals();
    this.restart = surroundings.restart();
    this.journal = new WatchedJournal(journal, vitals);
    this.stuck = new StuckJobs(vitals);
    this.permits = new PermitCheck(vitals);
    this.workers = new Workers(handlerThreads, loop, vitals, this::completeIfIdle);
    this.stages =
        Stages.of(
            client,
            loop,
            decoder,
            payloads,
            this.journal,
            workers,
            token,
            identity,
            settings,
            vitals);
    this.queue =
        new ThingQueue(
            new ClientQueueService(client),
            loop,
            settings.queue(),
            settings.maxConcurrentExecutions(),
            RandomGenerator.getDefault(),
            new Reception(decoder, new Jobs()));
    this.turns = new Turns(new Gates(surroundings.gates(), loop, queue::lookAgain));
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
    } else {
      queue.onDisconnected();
    }
    if (state == ConnectionState.REFUSED) {
      refused = true; // nothing can be reported any more, so nobody need wait for that
      completeIfIdle();
    }
  }

  /** Looks for what goes wrong without an event. */
  public void checkUp() {
    Set<ExecutionKey> known = new HashSet<>(runs.keySet());
    known.addAll(rejected.keys());
    permits.check(queue.running(), known);
  }

  private final class Jobs implements Reception.Listener {
    @Override
    public void fromTheFirst(Set<ExecutionKey> waiting) {
      turns.fromTheFirst(waiting);
    }

    @Override
    public Turn turnOf(DecodedJob job) {
      return turns.turnOf(
          job,
          parked.resumed(job.key()) != null,
          runs.values().stream().map(JobRun::job).toList(),
          parked.operations().values());
    }

    @Override
    public void begin(DecodedJob job) {
      Engine.this.begin(job);
    }

    @Override
    public void refuse(QueuedJob job, DocumentFaultException fault) {
      Engine.this.refuse(job, fault);
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
                JobReport.first(stages, job.queued(), job.operation()),
                new Running())
            : new JobRun(stages, job, resumed.attempt(), resumed.report(), new Running());
    parked.begins(job.key());
    runs.put(job.key(), run);
    try {
      run.begin();
    } catch (RuntimeException | Error e) {
      runs.remove(job.key()); // so that the next check-up finds that nobody works on it
      throw e;
    }
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
    parked.begins(job.key());
    rejected.reject(resumed == null ? JobReport.first(stages, job, null) : resumed.report(), fault);
  }

  private void onRejected(ExecutionKey key) {
    queue.onEnded(key);
    completeIfIdle();
  }

  private final class Running implements JobRun.Listener {
    @Override
    public void onDoubt(ExecutionKey key) {
      queue.onDoubt(key);
    }

    @Override
    public void onStuck(ExecutionKey key, String work) {
      Engine.this.onStuck(key, work);
    }

    @Override
    public void onSettled() {
      completeIfIdle();
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
    public void onStuck(ExecutionKey key, String work) {
      Engine.this.onStuck(key, work);
    }

    @Override
    public void onSettled(ExecutionKey key) {
      stuck.remove(key);
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

  private void onStuck(ExecutionKey key, String work) {
    stuck.add(key, work);
    holdOrLetGo();
    stages.loop().execute(this::completeIfIdle); // how it ended is stored before that
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
    turns.close();
    List.copyOf(runs.values()).stream().filter(JobRun::isResumable).forEach(JobRun::close);
    completeIfIdle();
    return idle;
  }

  private void completeIfIdle() {
    if (draining && (refused ? areThreadsIdle() : isIdle())) {
      idle.complete(null);
    }
  }

  private boolean isIdle() {
    return rejected.keys().isEmpty()
        && parked.busy().stream().allMatch(stuck::contains)
        && runs.values().stream().allMatch(run -> run.isSettled() && stuck.contains(run.key()));
  }

  /** Whether nobody works any more but those that ignore that they should not. */
  private boolean areThreadsIdle() {
    return workers.working() <= stuck.size();
  }

  /** Interrupts the running jobs; what becomes of them is reported all the same. */
  public void interruptAll() {
    List.copyOf(runs.values()).forEach(JobRun::close);
    stages.cancellations().close();
  }
}

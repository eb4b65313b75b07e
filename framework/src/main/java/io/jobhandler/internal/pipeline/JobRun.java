package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.admission.Admission.Verdict;
import io.jobhandler.internal.execution.RunningJob;
import io.jobhandler.internal.execution.StopReason;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.ReadyJob;
import io.jobhandler.internal.payload.PreparedPayload;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt of a job on its way through the stages. Confined to the loop. */
final class JobRun {
  private static final Duration BEFORE_ANOTHER_LOOK = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  /** Told how it goes. */
  interface Listener {
    /** The execution seems to be another's, or gone. */
    void onDoubt(ExecutionKey key);

    /** The work for the job ignores its interruption. */
    void onStuck(ExecutionKey key, String work);

    /** All is done, but the thread may not have ended. */
    void onSettled();

    /** The attempt is over, and another job may begin; told once, last. */
    void onOver(JobRun run, Exit exit);
  }

  /** How an attempt left the stages. */
  sealed interface Exit {
    /** The job's end was reported, or is not wanted any more. */
    record Ended() implements Exit {}

    /** The job was not begun: it is another's, or gone, or the journal failed. */
    record Dropped() implements Exit {}

    /** The job goes on later, as the journal says. */
    record Parked(Duration delay) implements Exit {}

    /** The job goes on after a restart, as the journal says. */
    record Restarting(JobResult.Restart.Kind kind) implements Exit {}
  }

  private final Stages stages;
  private final DecodedJob job;
  private final HandlerMethod method;
  private final Attempt attempt;
  private final JobReport report;
  private final Listener listener;
  private final AfterAttempt after;
  private final CompletableFuture<Exit> exit = new CompletableFuture<>();
  private final CompletableFuture<Void> threadEnded = new CompletableFuture<>();
  private List<PreparedPayload> payloads = List.of();
  private Consumer<StopReason> underWay = reason -> {};
  private @Nullable StopReason stopReason;
  private boolean handlerMayHaveBegun;

  /**
   * Prepares an attempt.
   *
   * @param stages what it runs through
   * @param job the job
   * @param attempt which start of a handler it is
   * @param report tells of it; the entry is that of the attempt before, or a new one
   * @param listener told how it goes
   */
  JobRun(Stages stages, DecodedJob job, Attempt attempt, JobReport report, Listener listener) {
    this.stages = stages;
    this.job = job;
    this.method = job.handler().method();
    this.attempt = attempt;
    this.report = report;
    this.listener = listener;
    this.after =
        new AfterAttempt(stages, job, attempt, report, work -> listener.onStuck(job.key(), work));
    this.handlerMayHaveBegun = attempt.number() > 1;
    exit.thenRun(listener::onSettled);
    exit.thenCombine(threadEnded, (how, ended) -> how)
        .thenAccept(how -> listener.onOver(this, how));
  }

  DecodedJob job() {
    return job;
  }

  ExecutionKey key() {
    return job.key();
  }

  JobReport report() {
    return report;
  }

  /** Whether all is done but that its thread has not ended. */
  boolean isSettled() {
    return exit.isDone();
  }

  void begin() {
    if (attempt.afterRestart()) {
      admit();
      return;
    }
    try {
      payloads = stages.payloads().checks().prepare(job.payloads());
    } catch (PayloadRefusedException e) {
      LOG.warn("Job {} is rejected: {}", key(), e.getMessage());
      threadEnded.complete(null);
      after
          .end(JobOutcome.rejected(e.reasonCode(), String.valueOf(e.getMessage())), null)
          .thenAccept(exit::complete);
      return;
    }
    admit();
  }

  private void admit() {
    JournalEntry before = report.entry();
    stages
        .admission()
        .admit(job, report.change(begun(before)), attempt, this::askForExecution)
        .thenAccept(
            verdict -> {
              if (verdict instanceof Verdict.Admitted admitted) {
                begin(admitted.job());
              } else {
                leave(before);
              }
            });
  }

  /**
   * The attempt is not begun. Where a handler has begun before, what became of the execution must
   * be known: of one that is gone there is something left to be done.
   */
  private void leave(JournalEntry before) {
    if (attempt.number() == 1) {
      drop();
      return;
    }
    LOG.info("Job {} does not begin again now", key());
    report.change(before);
    threadEnded.complete(null);
    exit.complete(new Exit.Parked(BEFORE_ANOTHER_LOOK));
  }

  private JournalEntry begun(JournalEntry before) {
    JournalState state =
        payloads.isEmpty()
            ? new JournalState.Running(attempt.afterRestart())
            : new JournalState.Preparing();
    return attempt.number() == 1
        ? report.in(state)
        : before.nextAttempt(before.versionNumber(), state);
  }

  /** The first step of a job with payloads is the download, which has a time of its own. */
  private CompletableFuture<Boolean> askForExecution(long stepTimeoutInMinutes) {
    return payloads.isEmpty()
        ? report.beginStep(stepTimeoutInMinutes)
        : report.beginStep(
            stages.settings().stepTimer().stepTimeoutInMinutes(stages.payloads().timeout()));
  }

  private void drop() {
    LOG.info("Job {} is not begun: it is another's or gone", key());
    report.forget();
    threadEnded.complete(null);
    exit.complete(new Exit.Dropped());
  }

  private void begin(AdmittedJob admitted) {
    LOG.info("Job {} begins: {}, attempt {}", key(), job.operation(), attempt.number());
    if (payloads.isEmpty()) {
      handle(ReadyJob.withoutPayloads(admitted));
    } else {
      download(admitted);
    }
  }

  private void download(AdmittedJob admitted) {
    ProgressUpdates progress =
        ProgressUpdates.ofDownload(stages, report.reporter(), report.token(), this::onDoubt);
    PayloadRun download =
        new PayloadRun(
            stages, admitted, payloads, progress.progressReporter(), new Downloading(progress));
    threadEnded.thenRun(download::discard);
    startStep(download::stop);
    download.start();
  }

  /**
   * The journal knows that the handler begins before the service does, and it before the handler.
   */
  private void handleWhenAccepted(ReadyJob ready) {
    long minutes =
        stages.settings().stepTimer().stepTimeoutInMinutes(ready.admitted().stepTimeout());
    report
        .store(report.in(new JournalState.Running(false)))
        .thenCompose(stored -> report.beginStep(minutes))
        .thenAccept(
            ours -> {
              if (ours) {
                handle(ready);
              } else {
                leave(report.in(new JournalState.Preparing()));
              }
            });
  }

  private void handle(ReadyJob ready) {
    handlerMayHaveBegun |= stopReason == null;
    ProgressUpdates progress =
        ProgressUpdates.ofHandler(
            stages, ready.admitted(), report.reporter(), report.token(), this::onDoubt);
    RunningJob handler =
        new RunningJob(
            stages.client().thingName(),
            ready,
            stages.loop(),
            stages.settings().stepTimer().grace(),
            progress.progressReporter(),
            new JournaledMemory(stages.loop(), report),
            new Handling(method.signature(), progress));
    startStep(handler::stop);
    handler.start(stages.handlerThreads());
  }

  private void startStep(Consumer<StopReason> stop) {
    underWay = stop;
    if (stopReason != null) {
      stop.accept(stopReason);
    }
  }

  /** Interrupts what is under way because the execution is not wanted any more. */
  void cancel() {
    stop(StopReason.GONE);
  }

  /** Interrupts what is under way because the agent ends. */
  void close() {
    stop(isResumable() ? StopReason.CUT_OFF : StopReason.CLOSING);
  }

  /** Whether the attempt may be cut off, and the job goes on after the next start of the agent. */
  boolean isResumable() {
    return !handlerMayHaveBegun
        || stages.settings().attempts().onInterrupt(method) != OnInterrupt.FAIL;
  }

  private void stop(StopReason reason) {
    if (stopReason == null) {
      stopReason = reason;
    }
    underWay.accept(reason);
  }

  private void onDoubt() {
    listener.onDoubt(key());
  }

  private void onEnd(AttemptEnd end, @Nullable String lastProgress) {
    CompletableFuture<Exit> next =
        end instanceof AttemptEnd.Gone
            ? threadEnded.thenCompose(ended -> after.gone(handlerMayHaveBegun))
            : after.follow(end, handlerMayHaveBegun, lastProgress);
    next.thenAccept(exit::complete);
  }

  private class Handling implements RunningJob.Listener {
    private final String work;
    private final ProgressUpdates progress;

    Handling(String work, ProgressUpdates progress) {
      this.work = work;
      this.progress = progress;
    }

    @Override
    public void onEnd(AttemptEnd end) {
      JobRun.this.onEnd(end, progress.close());
    }

    @Override
    public void onStuck() {
      listener.onStuck(key(), work);
    }

    @Override
    public void onThreadEnded() {
      threadEnded.complete(null);
    }
  }

  /** A download that fails ends the job as a handler does; one that does not goes on to it. */
  private final class Downloading extends Handling implements PayloadRun.Listener {
    private final ProgressUpdates progress;

    Downloading(ProgressUpdates progress) {
      super("the download", progress);
      this.progress = progress;
    }

    @Override
    public void onReady(ReadyJob ready) {
      progress.close();
      handleWhenAccepted(ready);
    }
  }
}

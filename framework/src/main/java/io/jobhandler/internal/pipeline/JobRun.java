package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.Admission.Verdict;
import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.execution.RunningJob;
import io.jobhandler.internal.execution.StopReason;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.status.ExecutionReporter;
import io.jobhandler.internal.status.ReportedDetails;
import io.jobhandler.internal.status.UpdateVerdict;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job on its way through the stages. Confined to the loop. */
final class JobRun {
  private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

  /** How a job left the stages. */
  enum Exit {
    /** Its end was reported, or is not wanted any more. */
    ENDED,
    /** It was not begun: it is another's, or gone, or the journal failed. */
    DROPPED,
    /** It is QUEUED still, for another agent. */
    LEFT
  }

  /** Told once when the job is over and another may begin. */
  @FunctionalInterface
  interface Over {
    void onOver(ExecutionKey key, Exit exit);
  }

  private final Stages stages;
  private final QueuedJob job;
  private final Consumer<ExecutionKey> doubt;
  private final ExecutionReporter reporter;
  private final JournalEntry entry;
  private final CompletableFuture<Exit> exit = new CompletableFuture<>();
  private final CompletableFuture<Void> threadEnded = new CompletableFuture<>();
  private @Nullable RunningJob running;
  private @Nullable StopReason stopBeforeStart;

  JobRun(Stages stages, QueuedJob job, Consumer<ExecutionKey> doubt, Over over) {
    this.stages = stages;
    this.job = job;
    this.doubt = doubt;
    this.reporter =
        new ExecutionReporter(stages.sender(), stages.token(), job.key(), job.versionNumber());
    this.entry =
        new JournalEntry(
            job.key().jobId(),
            job.key().executionNumber(),
            job.key().queuedAt(),
            1,
            job.versionNumber(),
            stages.token().value(),
            null);
    exit.thenCombine(threadEnded, (how, ended) -> how)
        .thenAccept(how -> over.onOver(job.key(), how));
  }

  void begin() {
    try {
      admit(stages.decoder().decode(job));
    } catch (DocumentFaultException e) {
      threadEnded.complete(null);
      onFault(e);
    }
  }

  private void onFault(DocumentFaultException fault) {
    if (fault.isUnknownOperation() && stages.settings().leaveUnknownOperations()) {
      LOG.info("Job {} is left for another agent: {}", job.key(), fault.getMessage());
      exit.complete(Exit.LEFT);
    } else {
      LOG.warn("Job {} is rejected: {}", job.key(), fault.getMessage());
      end(fault.toOutcome(), null);
    }
  }

  private void admit(DecodedJob decoded) {
    stages
        .admission()
        .admit(decoded, entry, this::askForExecution)
        .thenAccept(
            verdict -> {
              if (verdict instanceof Verdict.Admitted admitted) {
                run(admitted.job());
              } else {
                drop();
              }
            });
  }

  private CompletableFuture<Boolean> askForExecution(long stepTimeoutInMinutes) {
    return stages
        .updates()
        .send(
            reporter,
            JobStatus.IN_PROGRESS,
            ReportedDetails.running(stages.token(), null),
            stepTimeoutInMinutes)
        .thenApply(verdict -> verdict == UpdateVerdict.ACCEPTED);
  }

  private void drop() {
    LOG.info("Job {} is not begun: it is another's or gone", job.key());
    stages.outbox().remove(entry);
    threadEnded.complete(null);
    exit.complete(Exit.DROPPED);
  }

  private void run(AdmittedJob admitted) {
    LOG.info("Job {} begins: {}", job.key(), admitted.decoded().operation());
    ProgressUpdates progress =
        new ProgressUpdates(stages, admitted, reporter, () -> doubt.accept(job.key()));
    RunningJob started =
        new RunningJob(
            stages.thingName(),
            admitted,
            stages.loop(),
            stages.settings().stepTimer().grace(),
            progress.progressReporter(),
            new Ending(progress));
    running = started;
    if (stopBeforeStart != null) {
      started.stop(stopBeforeStart);
    }
    started.start(stages.handlerThreads());
  }

  /** Interrupts the handler, or keeps it from starting. */
  void stop(StopReason reason) {
    if (running == null) {
      stopBeforeStart = reason;
    } else {
      running.stop(reason);
    }
  }

  private void end(JobOutcome outcome, @Nullable String lastProgress) {
    JournalEntry ended =
        entry.ended(
            reporter.versionNumber(),
            new JournalEntry.Outcome(
                outcome.status(), ReportedDetails.ended(stages.token(), outcome, lastProgress)));
    LOG.info("Job {} ended: {} {}", job.key(), outcome.status(), outcome.reasonCode());
    stages
        .outbox()
        .storeAndDeliver(reporter, ended)
        .thenAccept(verdict -> exit.complete(Exit.ENDED));
  }

  private final class Ending implements RunningJob.Listener {
    private final ProgressUpdates progress;

    Ending(ProgressUpdates progress) {
      this.progress = progress;
    }

    @Override
    public void onOutcome(Optional<JobOutcome> outcome) {
      String lastProgress = progress.close();
      if (outcome.isPresent()) {
        end(outcome.get(), lastProgress);
      } else {
        stages.outbox().remove(entry);
        exit.complete(Exit.ENDED);
      }
    }

    @Override
    public void onThreadEnded() {
      threadEnded.complete(null);
    }
  }
}

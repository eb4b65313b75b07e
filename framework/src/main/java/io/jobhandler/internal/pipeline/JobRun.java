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
import io.jobhandler.internal.flow.ReadyJob;
import io.jobhandler.internal.payload.PreparedPayload;
import io.jobhandler.payload.PayloadRefusedException;
import java.util.List;
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
  private final JobReport report;
  private final CompletableFuture<Exit> exit = new CompletableFuture<>();
  private final CompletableFuture<Void> threadEnded = new CompletableFuture<>();
  private List<PreparedPayload> payloads = List.of();
  private Consumer<StopReason> underWay = reason -> {};
  private @Nullable StopReason stopReason;

  JobRun(Stages stages, QueuedJob job, Consumer<ExecutionKey> doubt, Over over) {
    this.stages = stages;
    this.job = job;
    this.doubt = doubt;
    this.report = new JobReport(stages, job);
    exit.thenCombine(threadEnded, (how, ended) -> how)
        .thenAccept(how -> over.onOver(job.key(), how));
  }

  void begin() {
    try {
      DecodedJob decoded = stages.decoder().decode(job);
      payloads = stages.payloads().checks().prepare(decoded.payloads());
      admit(decoded);
    } catch (DocumentFaultException e) {
      onFault(e);
    } catch (PayloadRefusedException e) {
      reject(JobOutcome.rejected(e.reasonCode(), String.valueOf(e.getMessage())));
    }
  }

  private void onFault(DocumentFaultException fault) {
    if (fault.isUnknownOperation() && stages.settings().leaveUnknownOperations()) {
      LOG.info("Job {} is left for another agent: {}", job.key(), fault.getMessage());
      threadEnded.complete(null);
      exit.complete(Exit.LEFT);
    } else {
      reject(fault.toOutcome());
    }
  }

  /** Ends the job while it is QUEUED, before there is a thread. */
  private void reject(JobOutcome outcome) {
    LOG.warn("Job {} is rejected: {}", job.key(), outcome.reason());
    threadEnded.complete(null);
    end(outcome, null);
  }

  private void admit(DecodedJob decoded) {
    stages
        .admission()
        .admit(decoded, report.entry(), this::askForExecution)
        .thenAccept(
            verdict -> {
              if (verdict instanceof Verdict.Admitted admitted) {
                begin(admitted.job());
              } else {
                drop();
              }
            });
  }

  /** The first step of a job with payloads is the download, which has a time of its own. */
  private CompletableFuture<Boolean> askForExecution(long stepTimeoutInMinutes) {
    return payloads.isEmpty()
        ? report.beginStep(stepTimeoutInMinutes)
        : report.beginStep(
            stages.settings().stepTimer().stepTimeoutInMinutes(stages.payloads().timeout()));
  }

  private void drop() {
    LOG.info("Job {} is not begun: it is another's or gone", job.key());
    report.forget();
    threadEnded.complete(null);
    exit.complete(Exit.DROPPED);
  }

  private void begin(AdmittedJob admitted) {
    LOG.info("Job {} begins: {}", job.key(), admitted.decoded().operation());
    if (payloads.isEmpty()) {
      handle(ReadyJob.withoutPayloads(admitted));
    } else {
      download(admitted);
    }
  }

  private void download(AdmittedJob admitted) {
    ProgressUpdates progress = ProgressUpdates.ofDownload(stages, report.reporter(), this::onDoubt);
    PayloadRun download =
        new PayloadRun(
            stages, admitted, payloads, progress.progressReporter(), new Downloading(progress));
    threadEnded.thenRun(download::discard);
    startStep(download::stop);
    download.start();
  }

  /** The service's timer, which was the download's, is set for the handler first. */
  private void handleWhenAccepted(ReadyJob ready) {
    long minutes =
        stages.settings().stepTimer().stepTimeoutInMinutes(ready.admitted().stepTimeout());
    report
        .beginStep(minutes)
        .thenAccept(
            ours -> {
              if (ours) {
                handle(ready);
              } else {
                drop();
              }
            });
  }

  private void handle(ReadyJob ready) {
    ProgressUpdates progress =
        ProgressUpdates.ofHandler(stages, ready.admitted(), report.reporter(), this::onDoubt);
    RunningJob handler =
        new RunningJob(
            stages.client().thingName(),
            ready,
            stages.loop(),
            stages.settings().stepTimer().grace(),
            progress.progressReporter(),
            new Handling(progress));
    startStep(handler::stop);
    handler.start(stages.handlerThreads());
  }

  private void startStep(Consumer<StopReason> stop) {
    underWay = stop;
    if (stopReason != null) {
      stop.accept(stopReason);
    }
  }

  /** Interrupts what is under way, and keeps what is next from starting. */
  void stop(StopReason reason) {
    if (stopReason == null) {
      stopReason = reason;
    }
    underWay.accept(reason);
  }

  private void onDoubt() {
    doubt.accept(job.key());
  }

  private void onOutcome(Optional<JobOutcome> outcome, @Nullable String lastProgress) {
    if (outcome.isPresent()) {
      end(outcome.get(), lastProgress);
    } else {
      report.forget();
      exit.complete(Exit.ENDED);
    }
  }

  private void end(JobOutcome outcome, @Nullable String lastProgress) {
    LOG.info("Job {} ended: {} {}", job.key(), outcome.status(), outcome.reasonCode());
    report.end(outcome, lastProgress).thenAccept(verdict -> exit.complete(Exit.ENDED));
  }

  private class Handling implements RunningJob.Listener {
    private final ProgressUpdates progress;

    Handling(ProgressUpdates progress) {
      this.progress = progress;
    }

    @Override
    public void onOutcome(Optional<JobOutcome> outcome) {
      JobRun.this.onOutcome(outcome, progress.close());
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
      super(progress);
      this.progress = progress;
    }

    @Override
    public void onReady(ReadyJob ready) {
      progress.close();
      handleWhenAccepted(ready);
    }
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.ProgressReporter;
import io.jobhandler.ReasonCode;
import io.jobhandler.internal.execution.StopReason;
import io.jobhandler.internal.execution.SupervisedWork;
import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.internal.flow.ReadyJob;
import io.jobhandler.internal.payload.FetchedPayloads;
import io.jobhandler.internal.payload.PayloadUnavailableException;
import io.jobhandler.internal.payload.PreparedPayload;
import io.jobhandler.payload.PayloadRefusedException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the payloads of one job, on a thread of its own and under a timer of its own. Confined to
 * the loop, but for the download itself.
 */
final class PayloadRun {
  private static final Logger LOG = LoggerFactory.getLogger(PayloadRun.class);
  private static final String STEP = "download";

  /** Told how it goes, on the loop. Of the first two, one is called, once. */
  interface Listener {
    /** All payloads are there and verified, and the thread has ended. */
    void onReady(ReadyJob job);

    /** The attempt has ended without its handler. */
    void onEnd(AttemptEnd end);

    /** The download ignores its interruption, and its grace is over; told once, at most. */
    void onStuck();

    /** The thread has ended; told once, after an end. */
    void onThreadEnded();
  }

  private final Stages stages;
  private final AdmittedJob job;
  private final List<PreparedPayload> payloads;
  private final ProgressReporter progress;
  private final Listener listener;
  private final SupervisedWork<Optional<AttemptEnd>> work;
  private volatile @Nullable FetchedPayloads fetched;

  PayloadRun(
      Stages stages,
      AdmittedJob job,
      List<PreparedPayload> payloads,
      ProgressReporter progress,
      Listener listener) {
    this.stages = stages;
    this.job = job;
    this.payloads = payloads;
    this.progress = progress;
    this.listener = listener;
    this.work =
        new SupervisedWork<>(
            "The download for job " + job.decoded().key(),
            new Fetching(),
            stages.payloads().timeout(),
            stages.settings().stepTimer().grace(),
            stages.loop(),
            new Told());
  }

  void start() {
    work.start(stages.handlerThreads());
  }

  void stop(StopReason reason) {
    work.stop(reason);
  }

  /** Removes what the handler has left where it was. Called when the job is over. */
  void discard() {
    FetchedPayloads unused = fetched;
    if (unused != null) {
      try {
        stages.handlerThreads().execute(unused::close);
      } catch (RejectedExecutionException | OutOfMemoryError e) {
        LOG.info("The payloads of job {} are removed at the next start", job.decoded().key(), e);
      }
    }
  }

  private void report(long done, long total) {
    progress.report((int) (done * 100.0 / total), STEP);
  }

  private final class Fetching implements SupervisedWork.Task<Optional<AttemptEnd>> {
    @Override
    public Optional<AttemptEnd> run() throws Exception {
      fetched =
          stages
              .payloads()
              .fetch()
              .fetch(
                  job.decoded().key(),
                  payloads,
                  new DescribedUrl(stages, job.decoded()),
                  PayloadRun.this::report);
      return Optional.empty();
    }

    @Override
    public Optional<AttemptEnd> failed(Throwable thrown) {
      LOG.warn("The payloads of job {} are not to be had", job.decoded().key(), thrown);
      return Optional.of(new AttemptEnd.Ended(outcome(thrown)));
    }
  }

  private static JobOutcome outcome(Throwable thrown) {
    String reason = String.valueOf(thrown.getMessage());
    if (thrown instanceof PayloadRefusedException refused) {
      return JobOutcome.rejected(refused.reasonCode(), reason);
    }
    if (thrown instanceof PayloadUnavailableException unavailable) {
      return JobOutcome.failed(unavailable.reasonCode(), reason);
    }
    return JobOutcome.failed(
        ReasonCode.DOWNLOAD_FAILED, thrown.getClass().getSimpleName() + ": " + reason);
  }

  private final class Told implements SupervisedWork.Listener<Optional<AttemptEnd>> {
    private boolean ready;

    @Override
    public void onResult(Optional<AttemptEnd> failure) {
      ready = failure.isEmpty();
      failure.ifPresent(listener::onEnd);
    }

    @Override
    public void onStopped(StopReason reason) {
      listener.onEnd(reason.end("the download"));
    }

    @Override
    public void onStuck() {
      listener.onStuck();
    }

    @Override
    public void onThreadEnded() {
      FetchedPayloads there = fetched;
      if (ready && there != null) {
        listener.onReady(new ReadyJob(job, there.byParameter()));
      } else {
        listener.onThreadEnded();
      }
    }
  }
}

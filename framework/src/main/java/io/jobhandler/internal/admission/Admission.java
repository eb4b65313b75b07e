package io.jobhandler.internal.admission;

import io.jobhandler.internal.flow.AdmittedJob;
import io.jobhandler.internal.flow.Attempt;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins an attempt: in the journal first, so that a restart knows of it, then with the service,
 * whose acceptance makes the execution ours. Confined to the loop.
 */
public final class Admission {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /** Asks the service for the execution. */
  @FunctionalInterface
  public interface Begin {
    /**
     * Sends IN_PROGRESS until it is settled.
     *
     * @param stepTimeoutInMinutes the service's step timer
     * @return whether the execution is ours now; never failed
     */
    CompletableFuture<Boolean> begin(long stepTimeoutInMinutes);
  }

  /** How it went. */
  public sealed interface Verdict {
    /** The handler may run. */
    record Admitted(AdmittedJob job) implements Verdict {}

    /** The execution is another's, or gone. */
    record Refused() implements Verdict {}

    /** The attempt cannot be stored, and is not begun. */
    record NotStored() implements Verdict {}
  }

  private final JobJournal journal;
  private final StepTimer timer;
  private final Loop loop;

  /**
   * Makes an admission.
   *
   * @param journal where attempts are stored
   * @param timer how long handlers may take
   * @param loop where everything runs
   */
  public Admission(JobJournal journal, StepTimer timer, Loop loop) {
    this.journal = journal;
    this.timer = timer;
    this.loop = loop;
  }

  /**
   * Begins an attempt.
   *
   * @param job the job
   * @param entry the journal's entry for the attempt
   * @param attempt which start of a handler this is
   * @param service asks the service for the execution
   * @return how it went, on the loop; never failed
   */
  public CompletableFuture<Verdict> admit(
      DecodedJob job, JournalEntry entry, Attempt attempt, Begin service) {
    CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    loop.after(
        journal.store(entry),
        (stored, failure) -> {
          if (failure == null) {
            begin(job, attempt, service).thenAccept(verdict::complete);
          } else {
            LOG.error("Job {} is not begun: it cannot be stored", job.key(), failure);
            verdict.complete(new Verdict.NotStored());
          }
        });
    return verdict;
  }

  private CompletableFuture<Verdict> begin(DecodedJob job, Attempt attempt, Begin service) {
    HandlerMethod method = job.handler().method();
    Duration stepTimeout = timer.stepTimeout(method);
    AdmittedJob admitted =
        new AdmittedJob(job, attempt, stepTimeout, timer.restartsOnProgress(method));
    return service
        .begin(timer.stepTimeoutInMinutes(stepTimeout))
        .thenApply(ours -> ours ? new Verdict.Admitted(admitted) : new Verdict.Refused());
  }
}

package io.jobhandler.internal.status;

import io.github.resilience4j.core.IntervalFunction;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends an update again and again until the service has accepted it or refused it for good: with
 * growing delays, and at once when the connection is back. Confined to the loop.
 */
public final class PatientUpdates {
  private static final IntervalFunction DELAYS =
      IntervalFunction.ofExponentialRandomBackoff(
          Duration.ofSeconds(1), 2.0, 0.5, Duration.ofMinutes(1));

  private final Loop loop;
  private final Set<Waiting> waiting = new HashSet<>();

  /**
   * Makes a sender.
   *
   * @param loop where everything runs
   */
  public PatientUpdates(Loop loop) {
    this.loop = loop;
  }

  /**
   * Sends an update until it is settled.
   *
   * @param reporter the execution's
   * @param status the new status
   * @param details replaces what is stored
   * @param stepTimeoutInMinutes the service's step timer; null leaves it running
   * @return what became of it, never {@link UpdateVerdict#UNDELIVERED}; never failed
   */
  public CompletableFuture<UpdateVerdict> send(
      ExecutionReporter reporter,
      JobStatus status,
      Map<String, String> details,
      @Nullable Long stepTimeoutInMinutes) {
    Waiting update = new Waiting(reporter, status, details, stepTimeoutInMinutes);
    update.send();
    return update.settled;
  }

  /** The connection is back: what waits for its time is sent now. */
  public void onConnected() {
    List<Waiting> all = new ArrayList<>(waiting);
    all.forEach(Waiting::send);
  }

  private final class Waiting {
    private final ExecutionReporter reporter;
    private final JobStatus status;
    private final Map<String, String> details;
    private final @Nullable Long stepTimeoutInMinutes;
    private final CompletableFuture<UpdateVerdict> settled = new CompletableFuture<>();
    private Loop.Timer timer = () -> {};
    private int attempts;

    Waiting(
        ExecutionReporter reporter,
        JobStatus status,
        Map<String, String> details,
        @Nullable Long stepTimeoutInMinutes) {
      this.reporter = reporter;
      this.status = status;
      this.details = details;
      this.stepTimeoutInMinutes = stepTimeoutInMinutes;
    }

    void send() {
      waiting.remove(this);
      timer.cancel();
      reporter.update(status, details, stepTimeoutInMinutes).thenAccept(this::onVerdict);
    }

    private void onVerdict(UpdateVerdict verdict) {
      if (verdict != UpdateVerdict.UNDELIVERED) {
        settled.complete(verdict);
        return;
      }
      attempts = Math.min(attempts + 1, 10);
      waiting.add(this);
      timer = loop.schedule(Duration.ofMillis(DELAYS.apply(attempts)), this::send);
    }
  }
}

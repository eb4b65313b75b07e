package io.jobhandler.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The thing's queue for scripts: each call waits for its answer and throws {@link JobsException}
 * where there is none. For use by one thread, never the client's loop.
 */
public final class BlockingJobs implements AutoCloseable {
  private final JobsClient client;
  private final AtomicBoolean changed = new AtomicBoolean(true);
  private final List<Registration> registrations;
  private @Nullable JobExecution described;

  BlockingJobs(JobsClient client) {
    this.client = client;
    this.registrations =
        List.of(
            client.onJobExecutionsChanged(event -> changed.set(true)),
            client.onNextJobExecutionChanged(event -> changed.set(true)),
            client.onConnectionChanged(state -> changed.set(true)));
  }

  /**
   * Whether the queue may have changed since the last call, without asking the service.
   *
   * @return true at the first call, and after each notification or reconnect
   */
  public boolean changed() {
    return changed.getAndSet(false);
  }

  /**
   * The thing's executions that are not in a terminal status.
   *
   * @return those in progress, then those queued, each oldest first
   */
  public List<JobExecutionSummary> list() {
    GetPendingJobExecutionsResponse pending = await(client.getPendingJobExecutions());
    return Stream.concat(pending.inProgressJobs().stream(), pending.queuedJobs().stream()).toList();
  }

  /**
   * The head of the queue, which {@link #update} then changes.
   *
   * @return the execution, document included; empty where nothing is pending
   */
  public Optional<JobExecution> describe() {
    described = await(client.describeJobExecution(DescribeJobExecutionRequest.next())).execution();
    return Optional.ofNullable(described);
  }

  /**
   * Changes the execution that was described last, provided nobody else has changed it since.
   *
   * @param status IN_PROGRESS, SUCCEEDED, FAILED or REJECTED
   * @param statusDetails replaces what is stored; at most ten pairs
   * @throws IllegalStateException if nothing was described, or what was described has ended
   */
  public void update(JobStatus status, Map<String, String> statusDetails) {
    JobExecution current = described;
    if (current == null) {
      throw new IllegalStateException("nothing to update: describe() has given no execution");
    }
    UpdateJobExecutionResponse response =
        await(
            client.updateJobExecution(
                UpdateJobExecutionRequest.builder(current.jobId(), status)
                    .statusDetails(statusDetails)
                    .expectedVersion(current.versionNumber())
                    .executionNumber(current.executionNumber())
                    .includeJobExecutionState()
                    .build()));
    described = status.isTerminal() ? null : current.withState(response.executionState());
  }

  /** Stops to follow the queue. The client stays open. */
  @Override
  public void close() {
    registrations.forEach(Registration::close);
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw JobsException.from(e);
    }
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsException;
import io.jobhandler.jobs.RejectedErrorCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks what the service has stored of an execution until it says so: at once when the connection is
 * back, and from time to time. Confined to the loop.
 */
final class Inquiries {
  static final Duration NEXT_TRY = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);

  /**
   * What is stored.
   *
   * @param execution null where the execution has ended, or is no more
   */
  record Answer(@Nullable JobExecution execution) {}

  private final JobsClient client;
  private final Loop loop;
  private final Set<Inquiry> waiting = new HashSet<>();
  private boolean connected;

  Inquiries(JobsClient client, Loop loop) {
    this.client = client;
    this.loop = loop;
  }

  /** Asks for an execution with its document. Completed on the loop, and never failed. */
  CompletableFuture<Answer> describe(ExecutionKey key) {
    Inquiry inquiry = new Inquiry(key);
    inquiry.ask();
    return inquiry.answer;
  }

  /** What waits for its time is asked now if the connection is back. */
  void onConnectionChanged(boolean isConnected) {
    connected = isConnected;
    if (connected) {
      List.copyOf(waiting).forEach(Inquiry::ask);
    }
  }

  private final class Inquiry {
    private final ExecutionKey key;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private Loop.Timer timer = () -> {};

    Inquiry(ExecutionKey key) {
      this.key = key;
    }

    void ask() {
      timer.cancel();
      if (!connected) {
        waiting.add(this);
        return;
      }
      waiting.remove(this);
      client
          .describeJobExecution(
              new DescribeJobExecutionRequest(key.jobId(), key.executionNumber(), true, null))
          .whenComplete(
              (description, failure) -> {
                if (failure == null) {
                  answer.complete(new Answer(ofThis(description.execution())));
                } else {
                  onFailure(JobsException.from(failure));
                }
              });
    }

    private @Nullable JobExecution ofThis(@Nullable JobExecution stored) {
      ExecutionKey found =
          stored == null
              ? null
              : new ExecutionKey(stored.jobId(), stored.executionNumber(), stored.queuedAt());
      return stored == null || !key.equals(found) || stored.status().isTerminal() ? null : stored;
    }

    private void onFailure(JobsException failure) {
      RejectedErrorCode code = failure.code().orElse(null);
      if (code == RejectedErrorCode.TERMINAL_STATE_REACHED
          || code == RejectedErrorCode.RESOURCE_NOT_FOUND) {
        answer.complete(new Answer(null));
        return;
      }
      LOG.info("What is stored of job {} is not known yet: {}", key, failure.getMessage());
      waiting.add(this);
      timer = loop.schedule(NEXT_TRY, this::ask);
    }
  }
}

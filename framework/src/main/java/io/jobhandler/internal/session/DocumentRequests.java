package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.DescribeJobExecutionRequest;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the documents of those jobs that a list has named. A document that a notification may
 * bring by itself, which it does for the job at the head of the service's list, is given the time
 * to come, so that a job usually costs no description. One at a time is enough: whether a job may
 * begin is known only when those before it are. Confined to the loop.
 */
final class DocumentRequests {

  /** Takes the answers. */
  interface Answers {
    /** No notification has brought the job at the head. */
    void onPatienceOver();

    /** What is stored under a job's name; null where that is nothing. */
    void onDescribed(ExecutionKey asked, @Nullable JobExecution stored);

    /** The service has no answer, now or at all. */
    void onNotDescribed(ExecutionKey asked, JobsException failure);
  }

  private final QueueService service;
  private final Loop loop;
  private final Duration patience;
  private final Answers answers;
  private Loop.@Nullable Timer waiting;
  private boolean headMayCome;
  private boolean asking;
  private boolean suspended;

  DocumentRequests(QueueService service, Loop loop, Duration patience, Answers answers) {
    this.service = service;
    this.loop = loop;
    this.patience = patience;
    this.answers = answers;
  }

  /** The queue moves, and a notification of its head may be on its way. */
  void onMoved() {
    headMayCome = true;
  }

  /** A list that was asked for: no notification comes with it, and the service answers. */
  void onList() {
    headMayCome = false;
    suspended = false;
  }

  /** A notification has brought a job, or none is to begin any more. */
  void stopWaiting() {
    if (waiting != null) {
      waiting.cancel();
      waiting = null;
    }
  }

  /**
   * A job's document is needed.
   *
   * @param isHead whether the service has the job at its head
   */
  void request(ExecutionKey key, boolean isHead) {
    if (asking || suspended) {
      return;
    }
    if (!isHead || !headMayCome) {
      stopWaiting();
      ask(key);
    } else if (waiting == null) {
      waiting = loop.schedule(patience, this::onPatienceOver);
    }
  }

  private void onPatienceOver() {
    waiting = null;
    headMayCome = false;
    answers.onPatienceOver();
  }

  private void ask(ExecutionKey key) {
    asking = true;
    service
        .describeJobExecution(DescribeJobExecutionRequest.of(key.jobId()))
        .whenComplete(
            (description, failure) -> {
              asking = false;
              if (failure == null) {
                answers.onDescribed(key, description.execution());
              } else {
                onFailure(key, JobsException.from(failure));
              }
            });
  }

  private void onFailure(ExecutionKey key, JobsException failure) {
    suspended = failure.isRetryable();
    answers.onNotDescribed(key, failure);
  }
}

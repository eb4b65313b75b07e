package io.jobhandler.internal.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What identifies an execution. Never its document: presigned URLs differ at each delivery. The
 * time tells a job from one that was deleted and made again under the same identifier.
 *
 * @param jobId the job
 * @param executionNumber which execution of the job on this thing
 * @param queuedAt when it was queued, to the second
 */
public record ExecutionKey(String jobId, long executionNumber, @Nullable Instant queuedAt) {

  /** The job and the execution, as people write them. */
  @Override
  public String toString() {
    return executionNumber == 1 ? jobId : jobId + "#" + executionNumber;
  }
}

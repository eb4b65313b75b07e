package io.jobhandler.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one execution.
 *
 * @param jobId the job's identifier, or {@value #NEXT} for the head of the pending list
 * @param executionNumber which execution; null for the latest
 * @param includeJobDocument whether the document is wanted; null leaves it to the service, which
 *     includes it
 * @param clientToken echoed in the response; null lets the client choose one
 */
public record DescribeJobExecutionRequest(
    String jobId,
    @Nullable Long executionNumber,
    @Nullable Boolean includeJobDocument,
    @Nullable String clientToken)
    implements JobsRequest {

  /** Stands for the head of the pending list in place of a job's identifier. */
  public static final String NEXT = "$next";

  /** Checks that there is a job to describe. */
  public DescribeJobExecutionRequest {
    if (!NEXT.equals(jobId)) {
      Identifiers.requireJobId(jobId);
    }
  }

  /**
   * Asks for the head of the pending list, document included.
   *
   * @return a request for {@value #NEXT}
   */
  public static DescribeJobExecutionRequest next() {
    return of(NEXT);
  }

  /**
   * Asks for the latest execution of a job, document included.
   *
   * @param jobId the job's identifier
   * @return a request
   */
  public static DescribeJobExecutionRequest of(String jobId) {
    return new DescribeJobExecutionRequest(jobId, null, null, null);
  }

  @Override
  public DescribeJobExecutionRequest withClientToken(String token) {
    return new DescribeJobExecutionRequest(jobId, executionNumber, includeJobDocument, token);
  }
}

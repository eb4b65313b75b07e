package io.jobhandler.jobs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes the status, the details or the step timer of an execution.
 *
 * @param jobId the job's identifier; {@code $next} is not possible here
 * @param status IN_PROGRESS, SUCCEEDED, FAILED or REJECTED; required every time
 * @param statusDetails replaces what is stored; null leaves it unchanged
 * @param expectedVersion the update is refused unless this version is stored; null for any
 * @param executionNumber which execution; null for the latest
 * @param includeJobExecutionState whether the stored state is wanted in the response; null for no
 * @param includeJobDocument whether the document is wanted in the response; null for no
 * @param stepTimeoutInMinutes 1 to 10080, or -1 to cancel the step timer; null leaves it running
 * @param clientToken echoed in the response; null lets the client choose one
 */
public record UpdateJobExecutionRequest(
    String jobId,
    JobStatus status,
    @Nullable Map<String, String> statusDetails,
    @Nullable Long expectedVersion,
    @Nullable Long executionNumber,
    @Nullable Boolean includeJobExecutionState,
    @Nullable Boolean includeJobDocument,
    @Nullable Long stepTimeoutInMinutes,
    @Nullable String clientToken)
    implements JobsRequest {

  private static final List<JobStatus> SETTABLE =
      List.of(JobStatus.IN_PROGRESS, JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.REJECTED);

  /** Checks that a job and a status that a device may set are named, and copies the details. */
  public UpdateJobExecutionRequest {
    Identifiers.requireJobId(jobId);
    Objects.requireNonNull(status, "status");
    if (!SETTABLE.contains(status)) {
      throw new IllegalArgumentException(
          "a device cannot set the status %s, expected one of %s".formatted(status, SETTABLE));
    }
    statusDetails = statusDetails == null ? null : Map.copyOf(statusDetails);
  }

  /**
   * Begins a request.
   *
   * @param jobId the job's identifier
   * @param status IN_PROGRESS, SUCCEEDED, FAILED or REJECTED
   * @return a builder with everything else unset
   */
  public static Builder builder(String jobId, JobStatus status) {
    return new Builder(jobId, status);
  }

  @Override
  public UpdateJobExecutionRequest withClientToken(String token) {
    return new UpdateJobExecutionRequest(
        jobId,
        status,
        statusDetails,
        expectedVersion,
        executionNumber,
        includeJobExecutionState,
        includeJobDocument,
        stepTimeoutInMinutes,
        token);
  }

  /** Collects what an update says. Not safe for use by several threads. */
  public static final class Builder {
    private final String jobId;
    private final JobStatus status;
    private @Nullable Map<String, String> statusDetails;
    private @Nullable Long expectedVersion;
    private @Nullable Long executionNumber;
    private @Nullable Boolean includeJobExecutionState;
    private @Nullable Boolean includeJobDocument;
    private @Nullable Long stepTimeoutInMinutes;
    private @Nullable String clientToken;

    private Builder(String jobId, JobStatus status) {
      this.jobId = jobId;
      this.status = status;
    }

    /**
     * Replaces the stored details.
     *
     * @param details at most ten pairs; null leaves what is stored
     * @return this builder
     */
    public Builder statusDetails(@Nullable Map<String, String> details) {
      this.statusDetails = details;
      return this;
    }

    /**
     * Has the update refused unless this version is stored.
     *
     * @param version the version, null for any
     * @return this builder
     */
    public Builder expectedVersion(@Nullable Long version) {
      this.expectedVersion = version;
      return this;
    }

    /**
     * Names the execution.
     *
     * @param number the execution number, null for the latest
     * @return this builder
     */
    public Builder executionNumber(@Nullable Long number) {
      this.executionNumber = number;
      return this;
    }

    /**
     * Asks for the stored state in the response.
     *
     * @return this builder
     */
    public Builder includeJobExecutionState() {
      this.includeJobExecutionState = true;
      return this;
    }

    /**
     * Asks for the document in the response.
     *
     * @return this builder
     */
    public Builder includeJobDocument() {
      this.includeJobDocument = true;
      return this;
    }

    /**
     * Sets or cancels the step timer.
     *
     * @param minutes 1 to 10080, -1 to cancel the timer, null to leave it running
     * @return this builder
     */
    public Builder stepTimeoutInMinutes(@Nullable Long minutes) {
      this.stepTimeoutInMinutes = minutes;
      return this;
    }

    /**
     * Chooses the token that the response echoes.
     *
     * @param token unique among the requests under way; null lets the client choose one
     * @return this builder
     */
    public Builder clientToken(@Nullable String token) {
      this.clientToken = token;
      return this;
    }

    /**
     * Makes the request.
     *
     * @return the request
     */
    public UpdateJobExecutionRequest build() {
      return new UpdateJobExecutionRequest(
          jobId,
          status,
          statusDetails,
          expectedVersion,
          executionNumber,
          includeJobExecutionState,
          includeJobDocument,
          stepTimeoutInMinutes,
          clientToken);
    }
  }
}

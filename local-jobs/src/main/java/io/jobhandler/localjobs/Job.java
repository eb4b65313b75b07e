package io.jobhandler.localjobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A job, as it was at one moment. Immutable.
 *
 * @param jobId the job
 * @param status the status of the job as a whole
 * @param document the job document, character for character as it was given, placeholders included
 * @param targets the thing names
 * @param executionCounts how many things have their latest execution in a status; statuses with
 *     none are absent
 * @param forceCanceled whether the job was cancelled by force
 * @param createdAt when it was created
 * @param lastUpdatedAt when the job itself last changed
 * @param completedAt when it became COMPLETED or CANCELED, null before
 * @param inProgressTimeoutInMinutes the in-progress timer of its executions, empty if there is none
 * @param namespaceId the namespace, null if there is none
 * @param presignedUrlConfig how URLs in the document are presigned, null if nothing was said
 */
public record Job(
    String jobId,
    JobStatus status,
    String document,
    List<String> targets,
    Map<ExecutionStatus, Integer> executionCounts,
    boolean forceCanceled,
    Instant createdAt,
    Instant lastUpdatedAt,
    @Nullable Instant completedAt,
    OptionalLong inProgressTimeoutInMinutes,
    @Nullable String namespaceId,
    @Nullable PresignedUrlConfig presignedUrlConfig) {

  /** Copies the collections. */
  public Job {
    targets = List.copyOf(targets);
    executionCounts = Map.copyOf(executionCounts);
  }
}

package io.jobhandler.localjobs;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What {@link LocalJobs#createJob(CreateJob)} is to create. The values are checked there.
 *
 * @param jobId 1 to 64 of {@code [a-zA-Z0-9_-]}
 * @param document a JSON object of at most 32,768 bytes in UTF-8; devices get it character for
 *     character
 * @param targets 1 to 100 different thing names; things need not be registered
 * @param inProgressTimeoutInMinutes 1 to 10080: how long an execution may stay IN_PROGRESS; empty
 *     for no limit
 * @param namespaceId {@code [a-zA-Z0-9_-]+}, or null: a job in a namespace shows only on the topics
 *     of that namespace
 */
public record CreateJob(
    String jobId,
    String document,
    List<String> targets,
    OptionalLong inProgressTimeoutInMinutes,
    @Nullable String namespaceId) {

  /** Copies the targets. */
  public CreateJob {
    requireNonNull(jobId, "jobId");
    requireNonNull(document, "document");
    targets = List.copyOf(targets);
  }

  /**
   * Begins a request.
   *
   * @param jobId the job's id
   * @return a builder with an empty document {@code {}} and no targets
   */
  public static Builder builder(String jobId) {
    return new Builder(jobId);
  }

  /** Collects the fields of a {@link CreateJob}. Not thread-safe. */
  public static final class Builder {
    private final String jobId;
    private String document = "{}";
    private List<String> targets = List.of();
    private OptionalLong inProgressTimeoutInMinutes = OptionalLong.empty();
    private @Nullable String namespaceId;

    private Builder(String jobId) {
      this.jobId = requireNonNull(jobId, "jobId");
    }

    /**
     * Sets the job document.
     *
     * @param value a JSON object
     * @return this builder
     */
    public Builder document(String value) {
      document = requireNonNull(value, "document");
      return this;
    }

    /**
     * Sets the targets.
     *
     * @param thingNames 1 to 100 thing names
     * @return this builder
     */
    public Builder targets(String... thingNames) {
      return targets(List.of(thingNames));
    }

    /**
     * Sets the targets.
     *
     * @param thingNames 1 to 100 thing names
     * @return this builder
     */
    public Builder targets(List<String> thingNames) {
      targets = List.copyOf(thingNames);
      return this;
    }

    /**
     * Sets how long an execution may stay IN_PROGRESS.
     *
     * @param minutes 1 to 10080
     * @return this builder
     */
    public Builder inProgressTimeoutInMinutes(long minutes) {
      inProgressTimeoutInMinutes = OptionalLong.of(minutes);
      return this;
    }

    /**
     * Puts the job into a namespace.
     *
     * @param value the namespace
     * @return this builder
     */
    public Builder namespaceId(String value) {
      namespaceId = requireNonNull(value, "namespaceId");
      return this;
    }

    /**
     * Builds the request.
     *
     * @return the request
     */
    public CreateJob build() {
      return new CreateJob(jobId, document, targets, inProgressTimeoutInMinutes, namespaceId);
    }
  }
}

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
 *     character, but for placeholders {@code ${aws:iot:s3-presigned-url:<url>}} and {@code
 *     ${aws:iot:s3-presigned-url-v2:<encoded url>}} in its strings: each delivery has a new
 *     presigned URL there
 * @param targets 1 to 100 different thing names; things need not be registered
 * @param inProgressTimeoutInMinutes 1 to 10080: how long an execution may stay IN_PROGRESS; empty
 *     for no limit
 * @param namespaceId {@code [a-zA-Z0-9_-]+}, or null: a job in a namespace shows only on the topics
 *     of that namespace
 * @param presignedUrlConfig how URLs are presigned; may be null only if the document has no
 *     placeholder for one
 */
public record CreateJob(
    String jobId,
    String document,
    List<String> targets,
    OptionalLong inProgressTimeoutInMinutes,
    @Nullable String namespaceId,
    @Nullable PresignedUrlConfig presignedUrlConfig) {

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
    private @Nullable PresignedUrlConfig presignedUrlConfig;

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
     * Has the document's placeholders filled with presigned URLs that are good for an hour.
     *
     * @param roleArn the role that the service would assume to sign, 20 to 2048 characters; AWS
     *     asks for it, here any will do
     * @return this builder
     */
    public Builder presignedUrlConfig(String roleArn) {
      return presignedUrlConfig(roleArn, PresignedUrlConfig.DEFAULT_EXPIRES_IN_SEC);
    }

    /**
     * Has the document's placeholders filled with presigned URLs.
     *
     * @param roleArn the role that the service would assume to sign, 20 to 2048 characters; AWS
     *     asks for it, here any will do
     * @param expiresInSec for how many seconds a URL is good from its delivery, 60 to 3600
     * @return this builder
     */
    public Builder presignedUrlConfig(String roleArn, long expiresInSec) {
      presignedUrlConfig = new PresignedUrlConfig(roleArn, expiresInSec);
      return this;
    }

    /**
     * Builds the request.
     *
     * @return the request
     */
    public CreateJob build() {
      return new CreateJob(
          jobId, document, targets, inProgressTimeoutInMinutes, namespaceId, presignedUrlConfig);
    }
  }
}

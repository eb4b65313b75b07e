package io.jobhandler.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An update was accepted.
 *
 * @param executionState what is stored now; null unless it was asked for
 * @param jobDocument the document; null unless it was asked for
 * @param timestamp when the service answered, to the second
 * @param clientToken the token of the request
 */
public record UpdateJobExecutionResponse(
    @Nullable JobExecutionState executionState,
    @Nullable JobDocument jobDocument,
    @Nullable Instant timestamp,
    @Nullable String clientToken)
    implements JobsResponse {}

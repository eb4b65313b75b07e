package io.jobhandler.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The execution at the head of the pending list, now IN_PROGRESS.
 *
 * @param execution the execution, document included; null where nothing is pending
 * @param timestamp when the service answered, to the second
 * @param clientToken the token of the request
 */
public record StartNextJobExecutionResponse(
    @Nullable JobExecution execution, @Nullable Instant timestamp, @Nullable String clientToken)
    implements JobsResponse {}

package io.jobhandler.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param execution the execution; null where {@code $next} was asked for and nothing is pending
 * @param timestamp when the service answered, to the second
 * @param clientToken the token of the request
 */
public record DescribeJobExecutionResponse(
    @Nullable JobExecution execution, @Nullable Instant timestamp, @Nullable String clientToken)
    implements JobsResponse {}

package io.jobhandler.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another execution is now at the head of the thing's pending list ({@code notify-next}).
 *
 * @param execution the execution, document included; null where nothing is pending
 * @param timestamp when the service sent the event, to the second
 */
public record NextJobExecutionChangedEvent(
    @Nullable JobExecution execution, @Nullable Instant timestamp) {}

package io.jobhandler.internal.session;

import java.time.Duration;

/**
 * When the queue is asked for, besides listening to it.
 *
 * @param reconnectJitter the longest wait after a reconnect, so that a fleet does not ask at once
 * @param patience how long a notification may take to bring the next job before it is asked for
 * @param pollInterval about how often the list is asked for in any case
 * @param checkInterval about how often it is checked that a running job is still wanted
 */
public record QueueTimings(
    Duration reconnectJitter, Duration patience, Duration pollInterval, Duration checkInterval) {}

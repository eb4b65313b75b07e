package io.jobhandler.torture.plan;

import java.time.Duration;

/**
 * A job of a round.
 *
 * @param jobId the job
 * @param kind what it does
 * @param document its document
 * @param late whether it is created while the device runs
 * @param cancelAfter how long after its handler's first start it is cancelled, if its kind is
 */
public record PlannedJob(
    String jobId, Kind kind, String document, boolean late, Duration cancelAfter) {}

package io.jobhandler.internal.flow;

import java.time.Duration;

/**
 * A job that the service let this agent begin.
 *
 * @param decoded the job
 * @param attempt which start of a handler this is
 * @param stepTimeout how long the handler may take
 * @param restartsOnProgress whether the handler may take that long again from each report on
 */
public record AdmittedJob(
    DecodedJob decoded, Attempt attempt, Duration stepTimeout, boolean restartsOnProgress) {}

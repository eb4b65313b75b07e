package io.jobhandler.internal.flow;

import java.time.Duration;

/**
 * A job that the service let this agent begin: a handler may run.
 *
 * @param decoded the job
 * @param attempt 1 for the first attempt of this execution
 * @param stepTimeout how long the handler may take
 * @param restartsOnProgress whether the handler may take that long again from each report on
 */
public record AdmittedJob(
    DecodedJob decoded, int attempt, Duration stepTimeout, boolean restartsOnProgress) {}

package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.payload.PayloadChecks;
import io.jobhandler.internal.payload.PayloadFetch;
import java.time.Duration;

/**
 * What the payloads of every job run through.
 *
 * @param checks refuses what can be refused while the job is QUEUED
 * @param fetch downloads and verifies
 * @param timeout how long the payloads of a job may take
 */
public record PayloadStage(PayloadChecks checks, PayloadFetch fetch, Duration timeout) {}

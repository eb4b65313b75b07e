package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.session.QueueTimings;
import java.time.Duration;

/**
 * What the stages are set to.
 *
 * @param stepTimer how long handlers may take
 * @param progressInterval the least time between two reports of progress
 * @param queue when the service is asked
 * @param leaveUnknownOperations whether a job that no handler takes is left for another agent
 */
public record EngineSettings(
    StepTimer stepTimer,
    Duration progressInterval,
    QueueTimings queue,
    boolean leaveUnknownOperations) {}

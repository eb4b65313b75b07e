package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.admission.AttemptRules;
import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.session.QueueTimings;
import java.time.Duration;

/**
 * What the stages are set to.
 *
 * @param stepTimer how long handlers may take
 * @param attempts how often they are attempted
 * @param restartTimeout how long a restart that a handler asks for may take
 * @param maxConcurrentExecutions how many jobs may run at once
 * @param progressInterval the least time between two reports of progress
 * @param queue when the service is asked
 * @param leaveUnknownOperations whether a job that no handler takes is left for another agent
 */
public record EngineSettings(
    StepTimer stepTimer,
    AttemptRules attempts,
    Duration restartTimeout,
    int maxConcurrentExecutions,
    Duration progressInterval,
    QueueTimings queue,
    boolean leaveUnknownOperations) {}

package io.jobhandler.agent;

import io.jobhandler.internal.admission.AttemptRules;
import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.pipeline.EngineSettings;
import io.jobhandler.internal.session.QueueTimings;

/** What the public settings mean to the engine. */
final class EngineSetup {
  private EngineSetup() {}

  static EngineSettings of(JobAgentSettings settings) {
    return new EngineSettings(
        new StepTimer(
            settings.defaultStepTimeout(),
            settings.stepTimeouts(),
            settings.onProgress(),
            settings.grace()),
        new AttemptRules(
            settings.attempts().maxAttempts(),
            settings.attempts().maxAttemptsByOperation(),
            settings.attempts().onInterrupt(),
            settings.attempts().backoff()),
        settings.attempts().restartTimeout(),
        settings.maxConcurrentExecutions(),
        settings.progressInterval(),
        new QueueTimings(
            settings.reconnectJitter(),
            settings.nextJobPatience(),
            settings.pollInterval(),
            settings.cancellationCheckInterval()),
        settings.unknownOperations() == UnknownOperations.LEAVE);
  }
}

package io.jobhandler.starter;

import io.jobhandler.agent.Health;
import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lives as long as an agent does: until it has stopped, or is stuck, in which case nothing that
 * hangs keeps the process from ending.
 */
final class AgentLife implements AgentCustomizer {
  /** What a drain takes beyond its timeout, and some more. */
  static final Duration LAST_REPORTS = Duration.ofSeconds(15);

  private static final Duration LAST_HOOKS = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(AgentLife.class);

  private final CompletableFuture<Health> stuck = new CompletableFuture<>();

  @Override
  public void customize(JobAgentBuilder builder) {
    builder.onHealthChanged(this::onHealthChanged);
  }

  private void onHealthChanged(Health health) {
    if (health.status() == Health.Status.STUCK) {
      stuck.complete(health);
    }
  }

  /**
   * Waits for the end.
   *
   * @param agent the agent that was customized, and started
   * @param drainTimeout how long jobs may go on beside one that is stuck
   */
  ExitCode await(JobAgent agent, Duration drainTimeout) {
    CompletableFuture<Void> stopped = agent.whenStopped();
    CompletableFuture.anyOf(stopped, stuck).join();
    if (stopped.isDone()) {
      agent.stopCause().ifPresent(cause -> LOG.error("The agent has stopped", cause));
      return ExitCode.of(agent);
    }
    return giveUp(agent, drainTimeout);
  }

  private ExitCode giveUp(JobAgent agent, Duration drainTimeout) {
    stuck
        .join()
        .reasons()
        .forEach(reason -> LOG.error("The agent is stuck: {}, {}", reason.code(), reason.text()));
    boolean drained = drain(agent, drainTimeout);
    haltSoon();
    return drained && agent.restartKind().isPresent() ? ExitCode.of(agent) : ExitCode.STUCK;
  }

  /**
   * Drains an agent, and waits no longer than that takes where nothing hangs.
   *
   * @return whether it has stopped
   */
  static boolean drain(JobAgent agent, Duration timeout) {
    return agent
        .drain(timeout)
        .thenApply(stopped -> true)
        .completeOnTimeout(false, timeout.plus(LAST_REPORTS).toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** Other shutdown hooks may want what is stuck. */
  private static void haltSoon() {
    CompletableFuture.delayedExecutor(LAST_HOOKS.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(() -> Runtime.getRuntime().halt(ExitCode.STUCK.code()));
  }
}

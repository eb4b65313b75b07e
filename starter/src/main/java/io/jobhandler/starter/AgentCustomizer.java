package io.jobhandler.starter;

import io.jobhandler.agent.JobAgentBuilder;

/**
 * Sets what the configuration has no key for: gates, a way to restart, listeners to the agent's
 * health. With Guice, bind it with a {@code Multibinder<AgentCustomizer>}; several run in the order
 * of their bindings.
 */
@FunctionalInterface
public interface AgentCustomizer {

  /**
   * Changes the builder after the configuration was applied and before the agent is made.
   *
   * @param builder the agent's builder
   * @throws IllegalArgumentException if it cannot; the process ends with {@link
   *     ExitCode#CONFIGURATION} then
   */
  void customize(JobAgentBuilder builder);
}

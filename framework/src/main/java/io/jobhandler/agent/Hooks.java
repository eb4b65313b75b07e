package io.jobhandler.agent;

import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.RestartControl;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an app does itself.
 *
 * @param gates asked before jobs begin, in their order
 * @param restartControl restarts the device and the process
 * @param healthListeners told when the agent's health has changed
 */
record Hooks(
    List<JobGate> gates, RestartControl restartControl, List<Consumer<Health>> healthListeners) {
  /** Copies the lists. */
  Hooks {
    gates = List.copyOf(gates);
    healthListeners = List.copyOf(healthListeners);
  }
}

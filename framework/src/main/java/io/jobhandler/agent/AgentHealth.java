package io.jobhandler.agent;

import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Findings;
import io.jobhandler.internal.health.HealthWatch;
import io.jobhandler.internal.health.Vitals;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How one agent is, and who wants to know. Safe for use by several threads. */
final class AgentHealth {
  private final Findings findings;
  private final HealthWatch watch;

  /**
   * Finds nothing wrong.
   *
   * @param executor one thread, on which the listeners are told
   * @param loop the agent's own thread, which has to answer
   * @param nanoTime a monotonic clock
   * @param listeners told when the status or the reasons have changed
   */
  AgentHealth(
      ScheduledExecutorService executor,
      Executor loop,
      LongSupplier nanoTime,
      List<Consumer<Health>> listeners) {
    this.findings = new Findings(nanoTime, this::lookSoon);
    this.watch =
        new HealthWatch(
            executor, findings, loop, listeners.stream().map(AgentHealth::listener).toList());
  }

  private static Consumer<List<Finding>> listener(Consumer<Health> listener) {
    return found -> listener.accept(Health.of(found));
  }

  private void lookSoon() {
    watch.lookSoon();
  }

  /** Takes what is found wrong. */
  Vitals vitals() {
    return findings;
  }

  /**
   * Looks from now on.
   *
   * @param checkUp run on the loop from time to time
   */
  void start(Runnable checkUp) {
    watch.start(checkUp);
  }

  /** Nothing changes any more. */
  void stop() {
    watch.stop();
  }

  /** How the agent is at this moment. Never blocks. */
  Health now() {
    return Health.of(findings.list());
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.health.Vitals;
import io.jobhandler.spi.JobGate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an engine asks and tells beside the stages.
 *
 * @param gates the app's; all are asked, in their order
 * @param restart told when a job goes on after a restart, which is then to be made
 * @param vitals told what is wrong
 */
public record Surroundings(
    List<JobGate> gates, Consumer<JobResult.Restart.Kind> restart, Vitals vitals) {

  /** Copies the gates. */
  public Surroundings {
    gates = List.copyOf(gates);
  }
}

package io.jobhandler.torture.plan;

import java.time.Duration;
import java.util.List;

/**
 * What becomes of the messages between the device and the service.
 *
 * @param latency how long one takes each way
 * @param lost the share of the requests that does not arrive, and of the answers that is lost, sent
 *     twice, or sent too late, each, 0 to 0.3
 * @param seed decides which ones
 * @param cuts how many lines the ledger has when the connection is cut off, in order
 */
public record LinkPlan(Duration latency, double lost, long seed, List<Integer> cuts) {

  /** Copies the list. */
  public LinkPlan {
    cuts = List.copyOf(cuts);
  }
}

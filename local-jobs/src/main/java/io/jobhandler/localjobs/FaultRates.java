package io.jobhandler.localjobs;

import static java.util.Objects.requireNonNull;

/**
 * How often messages go astray where chance decides. Immutable.
 *
 * @param droppedRequests the share of the requests that are neither served nor answered, 0 to 1
 * @param responses what becomes of responses
 * @param notifications what becomes of notifications, notify and notify-next alike
 */
public record FaultRates(double droppedRequests, Delivery responses, Delivery notifications) {

  /** Checks that everything is there and within its range. */
  public FaultRates {
    requireShare("droppedRequests", droppedRequests);
    requireNonNull(responses, "responses");
    requireNonNull(notifications, "notifications");
  }

  /**
   * What becomes of messages of the service: of each at most one of these, so that the shares add
   * up to 1 at the most. Immutable.
   *
   * @param dropped the share that is not sent, 0 to 1
   * @param duplicated the share that is sent twice, 0 to 1
   * @param reordered the share that is sent after the message behind it, 0 to 1
   */
  public record Delivery(double dropped, double duplicated, double reordered) {

    /** Checks that everything is within its range. */
    public Delivery {
      requireShare("dropped", dropped);
      requireShare("duplicated", duplicated);
      requireShare("reordered", reordered);
      requireShare(
          "the sum of dropped, duplicated and reordered", dropped + duplicated + reordered);
    }
  }

  private static void requireShare(String name, double value) {
    // Turned round, so that it refuses what is no number too.
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be 0 to 1, but is " + value);
    }
  }
}

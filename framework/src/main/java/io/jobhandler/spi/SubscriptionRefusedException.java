package io.jobhandler.spi;

import java.util.List;

/**
 * The broker does not let the device subscribe to what the Jobs protocol needs, so nothing can work
 * until the IoT policy that is attached to the device's certificate is mended.
 */
public final class SubscriptionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // what List.copyOf gives is serializable
  private final List<String> topicFilters;

  /**
   * Makes an exception that names what the policy lacks.
   *
   * @param topicFilters the refused filters, at least one
   * @param how what the broker did, for people
   */
  public SubscriptionRefusedException(List<String> topicFilters, String how) {
    super(
        "the subscription to %s was refused (%s); the IoT policy must allow iot:Subscribe on %s and iot:Receive on the topics below"
            .formatted(topicFilters, how, resources(topicFilters)));
    this.topicFilters = List.copyOf(topicFilters);
  }

  private static List<String> resources(List<String> topicFilters) {
    return topicFilters.stream().map(filter -> "topicfilter/" + filter).toList();
  }

  /**
   * What was refused.
   *
   * @return the topic filters, at least one
   */
  public List<String> topicFilters() {
    return topicFilters;
  }
}

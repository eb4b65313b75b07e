package io.jobhandler.torture.check;

import java.util.Set;

/**
 * A transition that the service was asked for.
 *
 * @param atMicros when, in microseconds since 1970
 * @param executionNumber which execution
 * @param from the status before; empty when the execution was created
 * @param to the status asked for
 * @param actor who asked: DEVICE, CONTROL or SERVICE
 * @param accepted whether it was made
 * @param reasonCode the reason that is stored; empty where there is none
 */
public record HistoryLine(
    long atMicros,
    long executionNumber,
    String from,
    String to,
    String actor,
    boolean accepted,
    String reasonCode) {
  private static final Set<String> NOT_TERMINAL = Set.of("QUEUED", "IN_PROGRESS");

  /** Whether an execution would end with it. */
  boolean isTerminal() {
    return !NOT_TERMINAL.contains(to);
  }

  /** Whether an execution has ended with it. */
  boolean isEnd() {
    return accepted && isTerminal();
  }

  boolean isByDevice() {
    return actor.equals("DEVICE");
  }

  @Override
  public String toString() {
    return "%s -> %s %s by %s%s"
        .formatted(from, to, reasonCode, actor, accepted ? "" : ", refused");
  }
}

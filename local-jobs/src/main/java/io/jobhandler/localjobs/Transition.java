package io.jobhandler.localjobs;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of an execution that somebody asked for, whether the service accepted or refused it.
 * Immutable.
 *
 * @param at when
 * @param executionNumber the execution
 * @param from the status before; null when the execution was created
 * @param to the status asked for
 * @param actor who asked
 * @param accepted whether the change was made
 * @param errorCode why it was refused, as sent to the device or thrown; null if accepted
 * @param versionNumber the version after the change, or the stored version if it was refused
 * @param statusDetails the details after the change, or the stored ones if it was refused
 */
public record Transition(
    Instant at,
    long executionNumber,
    @Nullable ExecutionStatus from,
    ExecutionStatus to,
    Actor actor,
    boolean accepted,
    @Nullable String errorCode,
    long versionNumber,
    Map<String, String> statusDetails) {

  /** Copies the details, keeping their order. */
  public Transition {
    statusDetails = Collections.unmodifiableMap(new LinkedHashMap<>(statusDetails));
  }

  /** Who asked for a change. */
  public enum Actor {
    /** A device, over MQTT. */
    DEVICE,
    /** A caller of the Java API. */
    CONTROL,
    /** The service itself: a timer. */
    SERVICE
  }
}

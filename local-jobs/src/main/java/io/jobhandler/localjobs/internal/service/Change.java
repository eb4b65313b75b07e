package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Transition.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change of an execution that was found permitted. */
record Change(
    ExecutionStatus status,
    Actor actor,
    @Nullable Map<String, String> statusDetails,
    @Nullable Long stepTimeoutInMinutes) {

  static Change to(ExecutionStatus status, Actor actor) {
    return new Change(status, actor, null, null);
  }
}

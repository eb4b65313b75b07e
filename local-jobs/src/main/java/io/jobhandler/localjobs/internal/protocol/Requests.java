package io.jobhandler.localjobs.internal.protocol;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.internal.service.StartNextCommand;
import io.jobhandler.localjobs.internal.service.UpdateCommand;
import org.jspecify.annotations.Nullable;

/** Turns request bodies into valid commands. */
final class Requests {
  private Requests() {}

  static StartNextCommand startNext(RequestBody body) {
    return new StartNextCommand(body.statusDetails(), body.stepTimeoutInMinutes());
  }

  static UpdateCommand update(RequestBody body) {
    return new UpdateCommand(
        status(body.text("status")),
        body.statusDetails(),
        body.integerOrText("expectedVersion"),
        body.integer("executionNumber"),
        body.stepTimeoutInMinutes());
  }

  /** QUEUED passes here: a device may name it, but no transition leads to it. */
  private static ExecutionStatus status(@Nullable String name) {
    if (name == null) {
      throw RequestBody.invalid("status is missing; it is required in every update");
    }
    return switch (name) {
      case "QUEUED" -> ExecutionStatus.QUEUED;
      case "IN_PROGRESS" -> ExecutionStatus.IN_PROGRESS;
      case "SUCCEEDED" -> ExecutionStatus.SUCCEEDED;
      case "FAILED" -> ExecutionStatus.FAILED;
      case "REJECTED" -> ExecutionStatus.REJECTED;
      default ->
          throw RequestBody.invalid(
              "status must be IN_PROGRESS, SUCCEEDED, FAILED or REJECTED, but is '"
                  + RequestBody.abbreviated(name)
                  + "'");
    };
  }
}

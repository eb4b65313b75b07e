package io.jobhandler.internal.execution;

import io.jobhandler.JobEndedException;
import io.jobhandler.JobResult;
import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.JobOutcome;
import org.jspecify.annotations.Nullable;

/** What a handler's return or throw means. */
final class Outcomes {
  private Outcomes() {}

  static JobOutcome returned(@Nullable JobResult result) {
    return result == null
        ? JobOutcome.failed(ReasonCode.HANDLER_ERROR, "the handler returned null")
        : JobOutcome.of(result);
  }

  static JobOutcome thrown(Throwable thrown) {
    if (thrown instanceof JobEndedException ended) {
      return JobOutcome.of(ended.toResult());
    }
    String type = thrown.getClass().getSimpleName();
    String message = thrown.getMessage();
    return JobOutcome.failed(
        ReasonCode.HANDLER_ERROR, message == null ? type : type + ": " + message);
  }
}

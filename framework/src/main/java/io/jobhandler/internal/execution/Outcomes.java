package io.jobhandler.internal.execution;

import io.jobhandler.JobEndedException;
import io.jobhandler.JobResult;
import io.jobhandler.ReasonCode;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.flow.AttemptEnd;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerMethod;
import org.jspecify.annotations.Nullable;

/** What a handler's return or throw means. */
final class Outcomes {
  private Outcomes() {}

  static AttemptEnd returned(HandlerMethod method, @Nullable JobResult result) {
    if (result == null) {
      return failed("the handler returned null");
    }
    if (result instanceof JobResult.Restart restart) {
      return method.afterRestart() == null
          ? failed("the handler asked for a restart, and no @AfterRestart method can go on")
          : new AttemptEnd.Restart(restart.kind());
    }
    return new AttemptEnd.Ended(JobOutcome.of(result));
  }

  private static AttemptEnd failed(String reason) {
    return new AttemptEnd.Ended(JobOutcome.failed(ReasonCode.HANDLER_ERROR, reason));
  }

  static AttemptEnd thrown(HandlerMethod method, Throwable thrown) {
    if (thrown instanceof JobEndedException ended) {
      return new AttemptEnd.Ended(JobOutcome.of(ended.toResult()));
    }
    if (thrown instanceof RetryLaterException later) {
      return new AttemptEnd.Retry(
          later.delay(), JobOutcome.failed(ReasonCode.ATTEMPTS_EXHAUSTED, describe(thrown)));
    }
    JobOutcome outcome = mapped(method, thrown);
    return method.policy().retriesOn(thrown)
        ? new AttemptEnd.Retry(null, outcome)
        : new AttemptEnd.Ended(outcome);
  }

  private static JobOutcome mapped(HandlerMethod method, Throwable thrown) {
    ExceptionMapping mapping = method.policy().mappingOf(thrown);
    return mapping == null
        ? JobOutcome.failed(ReasonCode.HANDLER_ERROR, describe(thrown))
        : JobOutcome.of(mapping.toResult(describe(thrown)));
  }

  private static String describe(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    String type = simple.isEmpty() ? thrown.getClass().getName() : simple;
    String message = thrown.getMessage();
    return message == null ? type : type + ": " + message;
  }
}

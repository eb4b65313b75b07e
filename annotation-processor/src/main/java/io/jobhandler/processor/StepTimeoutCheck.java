package io.jobhandler.processor;

import io.jobhandler.spi.HandlerMethod;
import java.time.Duration;
import java.util.Optional;

/** A step timeout must be a duration that the agent can keep. */
final class StepTimeoutCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    String text = method.annotation().stepTimeout();
    String fault = text.isEmpty() ? "" : faultOf(text);
    if (!fault.isEmpty()) {
      reporter.error(
          ErrorCode.INVALID_STEP_TIMEOUT,
          method,
          HandlerAnnotation.STEP_TIMEOUT,
          "stepTimeout '%s' of %s %s".formatted(text, method.signature(), fault));
    }
  }

  private static String faultOf(String text) {
    Duration timeout = DurationText.parse(text);
    if (timeout == null) {
      Optional<String> meant = DurationText.meant(text).filter(iso -> faultOf(iso).isEmpty());
      return "is not an ISO-8601 duration: "
          + DidYouMean.remedy(meant, "write for instance \"PT10M\" for ten minutes");
    }
    if (timeout.isZero() || timeout.isNegative()) {
      return "leaves the handler no time: write a duration over zero, or leave it out for the"
          + " agent's default";
    }
    return timeout.compareTo(HandlerMethod.MAX_STEP_TIMEOUT) > 0
        ? "is longer than the service can wait: write at most \"P6D\""
        : "";
  }
}

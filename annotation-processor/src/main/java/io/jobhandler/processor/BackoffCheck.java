package io.jobhandler.processor;

import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.Optional;

/** A backoff must be a duration that the agent waits for. */
final class BackoffCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    String text = method.annotation().backoff();
    String fault = text.isEmpty() ? "" : faultOf(text);
    if (!fault.isEmpty()) {
      reporter.error(
          ErrorCode.INVALID_BACKOFF,
          method,
          HandlerAnnotation.BACKOFF,
          "backoff '%s' of %s %s".formatted(text, method.signature(), fault));
    }
  }

  private static String faultOf(String text) {
    Duration backoff = DurationText.parse(text);
    if (backoff == null) {
      Optional<String> meant = DurationText.meant(text).filter(iso -> faultOf(iso).isEmpty());
      return "is not an ISO-8601 duration: "
          + DidYouMean.remedy(meant, "write for instance \"PT5S\" for five seconds");
    }
    if (backoff.isZero() || backoff.isNegative()) {
      return "is no wait: write a duration over zero, or leave it out for the configuration's";
    }
    return backoff.compareTo(HandlerPolicy.MAX_BACKOFF) > 0
        ? "is longer than the longest wait: write at most \"PT1H\""
        : "";
  }
}

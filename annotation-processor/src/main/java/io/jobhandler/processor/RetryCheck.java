package io.jobhandler.processor;

import io.jobhandler.spi.HandlerPolicy;
import java.util.List;
import java.util.stream.Stream;

/** How often and after what a handler is attempted again must be in range, and mean something. */
final class RetryCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    checkMaxAttempts(method, reporter);
    checkSense(method, reporter);
    for (ExceptionType type : method.annotation().retryOn()) {
      new ExceptionTypeCheck(
              "retryOn of " + method.signature(),
              method.handlerClass(),
              (code, message) -> reporter.error(code, method, type, message))
          .check(type);
    }
  }

  private static void checkMaxAttempts(HandlerMethodModel method, ErrorReporter reporter) {
    int maxAttempts = method.annotation().maxAttempts();
    if (maxAttempts < 0 || maxAttempts > HandlerPolicy.MOST_ATTEMPTS) {
      reporter.error(
          ErrorCode.INVALID_MAX_ATTEMPTS,
          method,
          HandlerAnnotation.MAX_ATTEMPTS,
          ("maxAttempts %d of %s is not 1 to %d: write a number in that range, or leave it out for"
                  + " the configuration's")
              .formatted(maxAttempts, method.signature(), HandlerPolicy.MOST_ATTEMPTS));
    }
  }

  private static void checkSense(HandlerMethodModel method, ErrorReporter reporter) {
    HandlerAnnotation annotation = method.annotation();
    List<String> useless =
        Stream.of(
                annotation.retryOn().isEmpty() ? "" : HandlerAnnotation.RETRY_ON,
                annotation.backoff().isEmpty() ? "" : HandlerAnnotation.BACKOFF)
            .filter(name -> !name.isEmpty())
            .toList();
    if (annotation.maxAttempts() == 1 && !useless.isEmpty()) {
      String names = String.join(" and ", useless);
      reporter.error(
          ErrorCode.NOTHING_RETRIES,
          method,
          HandlerAnnotation.MAX_ATTEMPTS,
          "maxAttempts of %s is 1, so that %s can mean nothing: raise maxAttempts, or leave out %s"
              .formatted(method.signature(), names, names));
    }
  }
}

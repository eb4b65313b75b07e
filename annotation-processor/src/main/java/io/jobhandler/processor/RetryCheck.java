package io.jobhandler.processor;

import io.jobhandler.spi.HandlerPolicy;

/** How often and after what a handler is attempted again must be in range. */
final class RetryCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    checkMaxAttempts(method, reporter);
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
}

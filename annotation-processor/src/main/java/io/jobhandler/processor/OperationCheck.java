package io.jobhandler.processor;

import io.jobhandler.spi.HandlerMethod;

/** An operation must have the form that the agent takes. */
final class OperationCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    if (!isValid(method.operation())) {
      reporter.error(
          ErrorCode.INVALID_OPERATION,
          method,
          HandlerAnnotation.OPERATION,
          "operation '%s' of %s is not 1 to 128 characters of [a-zA-Z0-9:_.-]: %s"
              .formatted(
                  method.operation(),
                  method.signature(),
                  DidYouMean.remedy(
                      DidYouMean.operation(method.operation()),
                      "write for instance \"firmware_update\"")));
    }
  }

  /** Asks the class that holds the rule at run time, so that the two never differ. */
  static boolean isValid(String operation) {
    try {
      HandlerMethod.of(operation, null, "", operation);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

package io.jobhandler.processor;

import io.jobhandler.OnInterrupt;

/** Only a handler with a method that goes on can be resumed. */
final class ResumeCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    for (HandlerMethodModel method : handlerClass.methods()) {
      if (method.annotation().onInterrupt() == OnInterrupt.RESUME
          && handlerClass
              .continuation(ContinuationKind.AFTER_RESTART, method.operation())
              .isEmpty()) {
        report(method, handlerClass.nestedName(), reporter);
      }
    }
  }

  private static void report(HandlerMethodModel method, String className, ErrorReporter reporter) {
    reporter.error(
        ErrorCode.NOTHING_RESUMES,
        method,
        HandlerAnnotation.ON_INTERRUPT,
        ("onInterrupt of %s is RESUME, but nothing goes on: declare an @AfterRestart(operation ="
                + " \"%s\") method in %s, or write OnInterrupt.RERUN or OnInterrupt.FAIL")
            .formatted(method.signature(), method.operation(), className));
  }
}

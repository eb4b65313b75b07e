package io.jobhandler.processor;

import io.jobhandler.JobResult;
import io.jobhandler.processor.types.TypeNames;

/** A handler that always asks for a restart needs a method that goes on after it. */
final class RestartCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    for (HandlerMethodModel handler : handlerClass.methods()) {
      if (TypeNames.isExactly(handler.returnType(), JobResult.Restart.class)
          && handlerClass
              .continuation(ContinuationKind.AFTER_RESTART, handler.operation())
              .isEmpty()) {
        reporter.error(
            ErrorCode.NOTHING_GOES_ON,
            handler,
            ("%s returns JobResult.Restart, but nothing goes on after the restart: declare an"
                    + " @AfterRestart(operation = \"%s\") method in %s")
                .formatted(handler.signature(), handler.operation(), handlerClass.nestedName()));
      }
    }
  }
}

package io.jobhandler.processor;

import io.jobhandler.OnProgress;

/** Only a handler that can report can have its step timer restarted by reports. */
final class OnProgressCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    HandlerAnnotation annotation = method.annotation();
    if (annotation.onProgress() == OnProgress.RESTART_STEP_TIMER
        && !reports(method)
        && ProgressStepModel.on(method.handlerClass()).isEmpty()) {
      reporter.error(
          ErrorCode.NOTHING_REPORTS,
          method,
          HandlerAnnotation.ON_PROGRESS,
          ("onProgress of %s is RESTART_STEP_TIMER, but nothing reports: take a @Progress"
                  + " ProgressReporter, or leave onProgress out")
              .formatted(method.signature()));
    }
  }

  private static boolean reports(HandlerMethodModel method) {
    return method.parameters().stream()
        .anyMatch(parameter -> parameter.kind() == ParameterModel.Kind.PROGRESS);
  }
}

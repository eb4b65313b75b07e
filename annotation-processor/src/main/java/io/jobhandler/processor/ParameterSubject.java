package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;

/**
 * A parameter that is looked at, and where to report what is wrong with it.
 *
 * @param method the method that it belongs to
 * @param parameter the parameter
 * @param reporter takes the errors
 */
record ParameterSubject(CalledMethod method, ParameterModel parameter, ErrorReporter reporter) {

  String typeName() {
    return TypeNames.displayName(parameter.type());
  }

  /** Reports a fault, which is the end of a sentence about the parameter. */
  void report(ErrorCode code, String fault) {
    reporter.error(
        code,
        parameter,
        "parameter '%s' of %s %s".formatted(parameter.name(), method.signature(), fault));
  }
}

package io.jobhandler.processor;

import javax.lang.model.element.Modifier;

/** A dispatcher must be able to call the method directly, with arguments of known types. */
final class MethodShapeCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    handlerClass.calledMethods().forEach(method -> check(method, reporter));
  }

  private static void check(CalledMethod method, ErrorReporter reporter) {
    String signature = method.signature();
    if (method.is(Modifier.PRIVATE)) {
      reporter.error(
          ErrorCode.PRIVATE_METHOD,
          method,
          signature
              + " is private, so the dispatcher cannot call it: remove 'private', package-private"
              + " is enough");
    }
    if (method.is(Modifier.ABSTRACT)) {
      reporter.error(
          ErrorCode.ABSTRACT_METHOD,
          method,
          "%s is abstract: move %s to the method that implements it"
              .formatted(signature, method.annotationName()));
    }
    checkParameters(method, reporter);
  }

  private static void checkParameters(CalledMethod method, ErrorReporter reporter) {
    if (!method.element().getTypeParameters().isEmpty()) {
      reporter.error(
          ErrorCode.GENERIC_HANDLER,
          method,
          "%s is generic, so nothing says which %s it takes: remove its type parameters"
              .formatted(
                  method.signature(),
                  method instanceof HandlerMethodModel ? "document" : "checkpoint"));
    }
    if (method.element().isVarArgs()) {
      reporter.error(
          ErrorCode.VARARGS_METHOD,
          method,
          method.signature()
              + " takes a variable number of arguments: declare each parameter by itself");
    }
  }
}

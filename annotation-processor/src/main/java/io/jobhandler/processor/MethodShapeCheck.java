package io.jobhandler.processor;

import javax.lang.model.element.Modifier;

/** A dispatcher must be able to call the method directly, with arguments of known types. */
final class MethodShapeCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
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
          signature + " is abstract: move @JobHandler to the method that implements it");
    }
    checkParameters(method, reporter);
  }

  private static void checkParameters(HandlerMethodModel method, ErrorReporter reporter) {
    if (!method.element().getTypeParameters().isEmpty()) {
      reporter.error(
          ErrorCode.GENERIC_HANDLER,
          method,
          method.signature()
              + " is generic, so nothing says which document it takes: remove its type parameters");
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

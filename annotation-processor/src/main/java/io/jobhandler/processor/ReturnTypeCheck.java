package io.jobhandler.processor;

import io.jobhandler.processor.ReturnModel.Kind;
import io.jobhandler.processor.types.TypeNames;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A handler, and what goes on with its job, returns what a result can be made of. */
final class ReturnTypeCheck implements HandlerCheck {
  private final ReturnAdvice advice;

  ReturnTypeCheck(Elements elements, Types types) {
    this.advice = new ReturnAdvice(elements, types);
  }

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    for (HandlerMethodModel method : handlerClass.methods()) {
      checkResult(ErrorCode.UNSUPPORTED_RETURN, method, reporter);
    }
    for (ContinuationModel method : handlerClass.continuations()) {
      if (method.kind().reports()) {
        checkResult(ErrorCode.UNSUPPORTED_CONTINUATION_RETURN, method, reporter);
      } else if (method.returnType().getKind() != TypeKind.VOID) {
        String fix = "return void, nothing is reported of its end";
        report(ErrorCode.UNSUPPORTED_CONTINUATION_RETURN, method, fix, reporter);
      }
    }
  }

  private void checkResult(ErrorCode code, CalledMethod method, ErrorReporter reporter) {
    ReturnModel returned = method.returned();
    if (returned.kind() == Kind.UNSUPPORTED) {
      report(code, method, advice.on(returned), reporter);
    }
  }

  private static void report(
      ErrorCode code, CalledMethod method, String fix, ErrorReporter reporter) {
    reporter.error(
        code,
        method,
        "%s returns %s: %s"
            .formatted(method.signature(), TypeNames.displayName(method.returnType()), fix));
  }
}

package io.jobhandler.processor;

import io.jobhandler.JobResult;
import io.jobhandler.processor.types.TypeNames;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A handler, and what goes on with its job, returns nothing or a result. */
final class ReturnTypeCheck implements HandlerCheck {
  private static final String VOID_OR_RESULT = "return void or JobResult";

  private final Elements elements;
  private final Types types;

  ReturnTypeCheck(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    for (HandlerMethodModel method : handlerClass.methods()) {
      if (!isSupported(method.returnType())) {
        report(ErrorCode.UNSUPPORTED_RETURN, method, VOID_OR_RESULT, reporter);
      }
    }
    for (ContinuationModel method : handlerClass.continuations()) {
      check(method, reporter);
    }
  }

  private void check(ContinuationModel method, ErrorReporter reporter) {
    if (method.kind().reports()) {
      if (!isSupported(method.returnType())) {
        report(ErrorCode.UNSUPPORTED_CONTINUATION_RETURN, method, VOID_OR_RESULT, reporter);
      }
    } else if (method.returnType().getKind() != TypeKind.VOID) {
      String fix = "return void, nothing is reported of its end";
      report(ErrorCode.UNSUPPORTED_CONTINUATION_RETURN, method, fix, reporter);
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

  private boolean isSupported(TypeMirror type) {
    TypeElement result = elements.getTypeElement(JobResult.class.getCanonicalName());
    return type.getKind() == TypeKind.VOID
        || (type.getKind() == TypeKind.DECLARED && types.isSubtype(type, result.asType()));
  }
}

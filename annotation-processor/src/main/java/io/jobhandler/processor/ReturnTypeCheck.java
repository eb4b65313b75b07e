package io.jobhandler.processor;

import io.jobhandler.JobResult;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A handler returns nothing or a result. */
final class ReturnTypeCheck implements HandlerCheck.OfMethod {
  private final Elements elements;
  private final Types types;

  ReturnTypeCheck(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    if (!isSupported(method.returnType())) {
      reporter.error(
          ErrorCode.UNSUPPORTED_RETURN,
          method,
          "%s returns %s: return void or JobResult"
              .formatted(method.signature(), TypeNames.displayName(method.returnType())));
    }
  }

  private boolean isSupported(TypeMirror type) {
    TypeElement result = elements.getTypeElement(JobResult.class.getCanonicalName());
    return type.getKind() == TypeKind.VOID
        || (type.getKind() == TypeKind.DECLARED && types.isSubtype(type, result.asType()));
  }
}

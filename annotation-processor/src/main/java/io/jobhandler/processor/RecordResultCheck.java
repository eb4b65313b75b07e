package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.spi.DetailRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Every component of a record that is returned can become a status detail. */
final class RecordResultCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    Set<TypeElement> seen = new HashSet<>();
    for (CalledMethod method : handlerClass.calledMethods()) {
      ReturnModel returned = method.returned();
      if (returned.kind() == ReturnModel.Kind.RECORD
          && reports(method)
          && seen.add(TypeNames.elementOf(returned.type()))) {
        new Subject(method, returned, reporter).check();
      }
    }
  }

  /** Where nothing is reported, no record can be returned, which is checked apart. */
  private static boolean reports(CalledMethod method) {
    return !(method instanceof ContinuationModel continuation) || continuation.kind().reports();
  }

  private record Subject(CalledMethod method, ReturnModel returned, ErrorReporter reporter) {

    void check() {
      DocumentTypes.obstacleTo(returned.type(), TypeNames.packageOf(method.handlerClass()))
          .ifPresent(obstacle -> report(ErrorCode.INACCESSIBLE_TYPE, obstacle));
      List<? extends RecordComponentElement> components = returned.components();
      if (components.size() > DetailRules.MOST_DETAILS) {
        report(
            ErrorCode.TOO_MANY_DETAILS,
            "it has %d components, and an execution has room for %d details of yours: leave out %d"
                .formatted(
                    components.size(),
                    DetailRules.MOST_DETAILS,
                    components.size() - DetailRules.MOST_DETAILS));
      }
      components.forEach(this::check);
    }

    private void check(RecordComponentElement component) {
      String name = component.getSimpleName().toString();
      try {
        DetailRules.requireKey(name);
      } catch (IllegalArgumentException e) {
        report(ErrorCode.INVALID_DETAIL_KEY, "its component " + e.getMessage());
      }
      if (!isValue(presentIn(component.asType()))) {
        report(
            ErrorCode.UNSUPPORTED_DETAIL,
            "its component '%s' is of type %s, which has no defined text: take %s"
                .formatted(name, TypeNames.displayName(component.asType()), DetailRules.VALUES));
      }
    }

    private void report(ErrorCode code, String fault) {
      reporter.error(
          code,
          method,
          "%s returns %s: %s"
              .formatted(method.signature(), TypeNames.displayName(method.returnType()), fault));
    }

    private static TypeMirror presentIn(TypeMirror type) {
      if (!TypeNames.isExactly(type, Optional.class)) {
        return type;
      }
      List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
      return arguments.isEmpty() ? type : arguments.get(0);
    }

    private static boolean isValue(TypeMirror type) {
      if (type.getKind() != TypeKind.DECLARED) {
        return type.getKind().isPrimitive();
      }
      TypeElement element = TypeNames.elementOf(type);
      return element.getKind() == ElementKind.ENUM
          || DetailRules.isValue(element.getQualifiedName().toString());
    }
  }
}

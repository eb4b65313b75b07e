package io.jobhandler.processor;

import io.jobhandler.processor.constraint.ConstraintFault;
import io.jobhandler.processor.constraint.ConstraintFaults;
import io.jobhandler.processor.types.TypeNames;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.PackageElement;

/** Every constraint on a document is checked, or there is an error. */
final class ConstraintCheck implements HandlerCheck {
  private static final Map<ConstraintFault.Kind, ErrorCode> CODES =
      Map.of(
          ConstraintFault.Kind.UNSUPPORTED, ErrorCode.UNSUPPORTED_CONSTRAINT,
          ConstraintFault.Kind.MISPLACED, ErrorCode.MISPLACED_CONSTRAINT,
          ConstraintFault.Kind.GROUPS, ErrorCode.CONSTRAINT_GROUPS,
          ConstraintFault.Kind.MESSAGE, ErrorCode.CONSTRAINT_MESSAGE,
          ConstraintFault.Kind.TYPE, ErrorCode.CONSTRAINT_ON_OTHER_TYPE,
          ConstraintFault.Kind.PATTERN, ErrorCode.INVALID_PATTERN,
          ConstraintFault.Kind.BOUNDS, ErrorCode.IMPOSSIBLE_BOUNDS,
          ConstraintFault.Kind.NUMBER, ErrorCode.INVALID_BOUND,
          ConstraintFault.Kind.UNREACHABLE, ErrorCode.UNREACHABLE_PROPERTY,
          ConstraintFault.Kind.OPAQUE, ErrorCode.OPAQUE_CONSTRAINTS);

  private final DocumentModels documents;

  ConstraintCheck(DocumentModels documents) {
    this.documents = documents;
  }

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    PackageElement from = TypeNames.packageOf(handlerClass.element());
    new ConstraintFaults(
            DocumentConstraints.of(handlerClass, documents).documents(),
            from,
            type -> DocumentTypes.obstacleTo(type, from),
            documents.elements(),
            documents.types())
        .find()
        .forEach(fault -> reporter.error(codeOf(fault), fault));
  }

  private static ErrorCode codeOf(ConstraintFault fault) {
    return Objects.requireNonNull(CODES.get(fault.kind()), fault.kind()::name);
  }
}

package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.TypeParts;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.type.TypeKind;

/** The class that reports steps must be able to name what it carries over. */
final class StepTypesCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    JobStepsModel model = JobStepsModel.of(handlerClass);
    if (!model.isNeeded() || handlerClass.methods().isEmpty()) {
      return;
    }
    PackageElement from = TypeNames.packageOf(handlerClass.element());
    for (CarriedSignature signature : model.signatures()) {
      String obstacles =
          signature.types().stream()
              .flatMap(TypeParts::of)
              .filter(type -> type.getKind() == TypeKind.DECLARED)
              .flatMap(type -> DocumentTypes.obstacleTo(type, from).stream())
              .distinct()
              .collect(Collectors.joining("; "));
      if (!obstacles.isEmpty()) {
        reporter.error(
            ErrorCode.INACCESSIBLE_TYPE,
            signature.element(),
            "%s of %s is out of reach of the class that reports its steps: %s"
                .formatted(name(signature), handlerClass.nestedName(), obstacles));
      }
    }
  }

  private static String name(CarriedSignature signature) {
    Element element = signature.element();
    return signature.isConstructor() ? "a constructor" : "step " + element.getSimpleName();
  }
}

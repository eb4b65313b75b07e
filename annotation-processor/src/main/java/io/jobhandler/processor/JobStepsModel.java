package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeParts;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The class that reports the steps of a handler class.
 *
 * @param handlerClass the handler class, which it extends
 * @param steps the steps, as the compiler lists them
 */
record JobStepsModel(HandlerClassModel handlerClass, List<ProgressStepModel> steps) {
  private static final String SUFFIX = "_JobSteps";

  static JobStepsModel of(HandlerClassModel handlerClass) {
    return new JobStepsModel(handlerClass, ProgressStepModel.on(handlerClass.element()));
  }

  /** Whether there is anything to report. */
  boolean isNeeded() {
    return !steps.isEmpty();
  }

  /** The constructors that it can call, as the compiler lists them. */
  List<ExecutableElement> constructors() {
    return ElementFilter.constructorsIn(handlerClass.element().getEnclosedElements()).stream()
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .toList();
  }

  /** What it carries over. */
  List<CarriedSignature> signatures() {
    return Stream.concat(constructors().stream(), steps.stream().map(ProgressStepModel::element))
        .map(CarriedSignature::new)
        .toList();
  }

  String simpleName() {
    return handlerClass.nestedName().replace('.', '_') + SUFFIX;
  }

  /** Whether other packages see the handler class, and so this one. */
  boolean isPublic() {
    for (Element e = handlerClass.element();
        e instanceof TypeElement;
        e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  boolean isResolved() {
    return !isNeeded()
        || signatures().stream().allMatch(signature -> TypeParts.areKnown(signature.types()));
  }
}

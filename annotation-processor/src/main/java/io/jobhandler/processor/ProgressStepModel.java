package io.jobhandler.processor;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.OnCancelled;
import io.jobhandler.Progress;
import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * A method with a {@link Progress} annotation. Handlers call it, not the dispatcher.
 *
 * @param handlerClass the class that declares it
 * @param element the method
 * @param written its annotation as it is written
 * @param parameters its parameters, in their order
 */
record ProgressStepModel(
    TypeElement handlerClass,
    ExecutableElement element,
    WrittenAnnotation written,
    List<ParameterModel> parameters)
    implements CalledMethod {
  static final String STEP = "step";
  static final String WEIGHT = "weight";

  /** The steps that a class declares, as the compiler lists them. */
  static List<ProgressStepModel> on(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .map(method -> of(type, method))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ProgressStepModel> of(TypeElement type, ExecutableElement method) {
    return WrittenAnnotation.on(method, Progress.class)
        .map(
            written ->
                new ProgressStepModel(
                    type,
                    method,
                    written,
                    method.getParameters().stream().map(ParameterModel::of).toList()));
  }

  @Override
  public AnnotationMirror mirror() {
    return written.mirror();
  }

  /** The name that is reported. */
  String step() {
    String name = written.text(STEP);
    return name.isEmpty() ? StepName.inWords(methodName()) : name;
  }

  int weight() {
    return written.simple(WEIGHT, Integer.class, 0);
  }

  String methodName() {
    return element.getSimpleName().toString();
  }

  /** The annotation for which the dispatcher calls the method itself, none if it does not. */
  Optional<String> calledAs() {
    return Stream.of(JobHandler.class, AfterRestart.class, OnCancelled.class)
        .filter(annotation -> TypeNames.annotation(element, annotation) != null)
        .map(annotation -> "@" + annotation.getSimpleName())
        .findFirst();
  }
}

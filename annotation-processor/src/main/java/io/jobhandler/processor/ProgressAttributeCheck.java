package io.jobhandler.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** What says which step a method is says nothing of a parameter. */
final class ProgressAttributeCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    var members = handlerClass.element().getEnclosedElements();
    for (ExecutableElement method : ElementFilter.methodsIn(members)) {
      check(handlerClass.nestedName() + "." + method.getSimpleName(), method, reporter);
    }
    for (ExecutableElement constructor : ElementFilter.constructorsIn(members)) {
      check("the constructor of " + handlerClass.nestedName(), constructor, reporter);
    }
  }

  private static void check(String place, ExecutableElement executable, ErrorReporter reporter) {
    for (VariableElement element : executable.getParameters()) {
      ParameterModel parameter = ParameterModel.of(element);
      AnnotationMirror progress = parameter.progress();
      // On anything else the annotation itself is the mistake.
      if (parameter.kind() == ParameterModel.Kind.PROGRESS
          && progress != null
          && !progress.getElementValues().isEmpty()) {
        reporter.error(
            ErrorCode.PROGRESS_ATTRIBUTE,
            parameter,
            ("@Progress on parameter '%s' of %s says which step it is, which means nothing on a"
                    + " parameter: write @Progress alone, and the rest on the method that is the"
                    + " step")
                .formatted(parameter.name(), place));
      }
    }
  }
}

package io.jobhandler.processor;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Exceptions are mapped for handlers, and thus on a handler or on a class that has some. */
final class MappingPlaceCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    TypeElement type = handlerClass.element();
    if (handlerClass.methods().isEmpty()) {
      for (MappingModel mapping : MappingModel.on(type)) {
        report(
            mapping,
            "@MapException on %s means nothing, since it declares no @JobHandler: move it to the"
                    .formatted(handlerClass.nestedName())
                + " class of the handlers, or remove it",
            reporter);
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (HandlerAnnotation.of(method).isEmpty()) {
        checkNoHandler(handlerClass, method, reporter);
      }
    }
  }

  private static void checkNoHandler(
      HandlerClassModel handlerClass, ExecutableElement method, ErrorReporter reporter) {
    for (MappingModel mapping : MappingModel.on(method)) {
      report(
          mapping,
          ("@MapException on %s.%s means nothing, since it is no @JobHandler: move it to the"
                  + " handler, or to the class for all of its handlers")
              .formatted(handlerClass.nestedName(), method.getSimpleName()),
          reporter);
    }
  }

  private static void report(MappingModel mapping, String message, ErrorReporter reporter) {
    reporter.error(ErrorCode.MAPPING_WITHOUT_HANDLER, mapping, MappingModel.TYPE, message);
  }
}

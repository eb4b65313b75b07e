package io.jobhandler.processor;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reports errors with their code where they belong, and counts them. Never ends the processing. */
final class ErrorReporter {
  private final Messager messager;
  private int errorCount;

  ErrorReporter(Messager messager) {
    this.messager = messager;
  }

  int errorCount() {
    return errorCount;
  }

  /** Reports an error on a handler method, at its annotation. */
  void error(ErrorCode code, HandlerMethodModel method, String message) {
    print(code, method.element(), method.annotation().mirror(), null, message);
  }

  /** Reports an error on a value of a handler method's annotation; null where it is not written. */
  void error(
      ErrorCode code, HandlerMethodModel method, @Nullable AnnotationValue value, String message) {
    print(code, method.element(), method.annotation().mirror(), value, message);
  }

  /** Reports an error on a parameter, at its annotation if it has one. */
  void error(ErrorCode code, ParameterModel parameter, String message) {
    print(code, parameter.element(), parameter.annotation(), null, message);
  }

  /** Reports an error on a value of a payload's annotation, or at the annotation if unwritten. */
  void error(ErrorCode code, PayloadModel payload, String attribute, String message) {
    VariableElement parameter = payload.parameter().element();
    print(code, parameter, payload.mirror(), payload.written(attribute), message);
  }

  void error(ErrorCode code, Element element, String message) {
    print(code, element, null, null, message);
  }

  /** Reports a fault of the processor itself, with all that a bug report needs. */
  void internalError(@Nullable Element element, RuntimeException fault) {
    StringWriter stackTrace = new StringWriter();
    fault.printStackTrace(new PrintWriter(stackTrace));
    print(
        ErrorCode.INTERNAL_ERROR,
        element,
        null,
        null,
        "the annotation processor failed%s, please report this: %s"
            .formatted(element == null ? "" : " on " + element, stackTrace));
  }

  private void print(
      ErrorCode code,
      @Nullable Element element,
      @Nullable AnnotationMirror mirror,
      @Nullable AnnotationValue value,
      String message) {
    errorCount++;
    messager.printMessage(
        Diagnostic.Kind.ERROR, "[%s] %s".formatted(code.code(), message), element, mirror, value);
  }
}

package io.jobhandler.processor;

import io.jobhandler.processor.constraint.ConstraintFault;
import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
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
  private final Set<String> sources;
  private int errorCount;

  /**
   * Makes a reporter.
   *
   * @param messager the compiler's
   * @param sources the qualified names of the types in the sources that are compiled, without those
   *     in other types
   */
  ErrorReporter(Messager messager, Set<String> sources) {
    this.messager = messager;
    this.sources = sources;
  }

  int errorCount() {
    return errorCount;
  }

  /** Reports an error on a method, at its annotation. */
  void error(ErrorCode code, CalledMethod method, String message) {
    print(code, method.element(), method.mirror(), null, message);
  }

  /** Reports an error on a value of a method's annotation, or at the annotation if unwritten. */
  void error(ErrorCode code, CalledMethod method, String attribute, String message) {
    AnnotationMirror mirror = method.mirror();
    print(code, method.element(), mirror, new WrittenAnnotation(mirror).value(attribute), message);
  }

  /** Reports an error on an exception that a method's annotation names. */
  void error(ErrorCode code, CalledMethod method, ExceptionType type, String message) {
    print(code, method.element(), method.mirror(), type.value(), message);
  }

  /** Reports an error on a value of a mapping. */
  void error(ErrorCode code, MappingModel mapping, String attribute, String message) {
    WrittenAnnotation written = mapping.annotation();
    print(code, mapping.place(), written.mirror(), written.value(attribute), message);
  }

  /** Reports an error on a parameter, at its annotation if it has one. */
  void error(ErrorCode code, ParameterModel parameter, String message) {
    print(code, parameter.element(), parameter.annotation(), null, message);
  }

  /** Reports an error where it is in the sources, or else on the parameter that led there. */
  void error(ErrorCode code, Element place, ParameterModel parameter, String message) {
    if (sources.contains(TypeNames.outermost(place).getQualifiedName().toString())) {
      error(code, place, message);
    } else {
      error(code, parameter, message);
    }
  }

  /** Reports an error on a value of a payload's annotation, or at the annotation if unwritten. */
  void error(ErrorCode code, PayloadModel payload, String attribute, String message) {
    VariableElement parameter = payload.parameter().element();
    print(code, parameter, payload.mirror(), payload.written(attribute), message);
  }

  /** Reports an error on an annotation that is none of ours. */
  void error(ErrorCode code, Element element, AnnotationMirror mirror, String message) {
    print(code, element, mirror, null, message);
  }

  /** Reports a constraint at its annotation, or the value of it that is wrong. */
  void error(ErrorCode code, ConstraintFault fault) {
    WrittenAnnotation written = fault.annotation();
    String attribute = fault.attribute();
    print(
        code,
        fault.place(),
        written == null ? null : written.mirror(),
        written == null || attribute == null ? null : written.value(attribute),
        fault.text());
  }

  void error(ErrorCode code, Element element, String message) {
    print(code, element, null, null, message);
  }

  /** Reports an error that is not in the source. */
  void error(ErrorCode code, String message) {
    print(code, null, null, null, message);
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

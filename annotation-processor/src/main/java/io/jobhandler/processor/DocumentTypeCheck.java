package io.jobhandler.processor;

import io.jobhandler.processor.document.DocumentFault;
import io.jobhandler.processor.document.FaultKind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Jackson can read documents and checkpoints into their types, and into all types that these are
 * made of. What is wrong with a type that several methods take is reported once.
 */
final class DocumentTypeCheck implements HandlerCheck {
  private final DocumentModels documents;

  DocumentTypeCheck(DocumentModels documents) {
    this.documents = documents;
  }

  /** What a fault is known by, whichever way led to it. */
  private record Seen(FaultKind kind, Element place, String text) {}

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    Set<Seen> seen = new HashSet<>();
    for (CalledMethod method : handlerClass.calledMethods()) {
      for (ParameterModel parameter : method.parameters()) {
        DocumentTypes.of(parameter).stream()
            .flatMap(this::faultsOf)
            .filter(fault -> seen.add(new Seen(fault.kind(), fault.place(), fault.text())))
            .forEach(fault -> report(method, parameter, fault, reporter));
      }
    }
  }

  private Stream<DocumentFault> faultsOf(TypeElement type) {
    return documents.of(type).faults().stream();
  }

  private static void report(
      CalledMethod method, ParameterModel parameter, DocumentFault fault, ErrorReporter reporter) {
    String what = method instanceof HandlerMethodModel ? "document" : "checkpoint";
    String where = fault.pointer().isEmpty() ? "" : " at " + fault.pointer();
    reporter.error(
        codeOf(fault.kind()),
        fault.place(),
        parameter,
        "parameter '%s' of %s: its %s cannot be read%s: %s"
            .formatted(parameter.name(), method.signature(), what, where, fault.text()));
  }

  private static ErrorCode codeOf(FaultKind kind) {
    return switch (kind) {
      case NO_CONSTRUCTOR -> ErrorCode.DOCUMENT_WITHOUT_CONSTRUCTOR;
      case ABSTRACT -> ErrorCode.ABSTRACT_IN_DOCUMENT;
      case RAW -> ErrorCode.RAW_TYPE_IN_DOCUMENT;
      case UNTYPED -> ErrorCode.UNTYPED_IN_DOCUMENT;
      case NAMED_CLASS -> ErrorCode.CLASS_NAMED_BY_DOCUMENT;
      case UNREADABLE -> ErrorCode.UNREADABLE_IN_DOCUMENT;
      case MAP_KEY -> ErrorCode.UNREADABLE_MAP_KEY;
      case INNER -> ErrorCode.INNER_CLASS_IN_DOCUMENT;
      case UNNAMED_PARAMETER -> ErrorCode.UNNAMED_CREATOR_PARAMETER;
      case NO_VARIANTS -> ErrorCode.NO_VARIANTS;
      case SAME_NAME -> ErrorCode.SAME_NAME_IN_DOCUMENT;
      case SEVERAL_CREATORS -> ErrorCode.SEVERAL_CREATORS;
    };
  }
}

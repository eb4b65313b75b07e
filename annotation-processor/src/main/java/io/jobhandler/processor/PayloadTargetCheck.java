package io.jobhandler.processor;

import io.jobhandler.processor.document.DocumentModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the document type names on the way to a payload must be such that it can be there. */
final class PayloadTargetCheck implements HandlerCheck.OfMethod {
  private final DocumentModels documents;

  PayloadTargetCheck(DocumentModels documents) {
    this.documents = documents;
  }

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    documents
        .of(method)
        .ifPresent(
            model -> method.payloads().forEach(payload -> check(method, payload, model, reporter)));
  }

  private static void check(
      HandlerMethodModel method,
      PayloadModel payload,
      DocumentModel model,
      ErrorReporter reporter) {
    for (String attribute : List.of(PayloadModel.URL, PayloadModel.CODESIGN)) {
      String pointer = payload.text(attribute);
      if (pointer.startsWith("/")) {
        PayloadTarget target = new PayloadTarget(model, attribute.equals(PayloadModel.URL));
        String start =
            "%s: %s '%s' of payload '%s'"
                .formatted(method.signature(), attribute, pointer, payload.parameter().name());
        List<String> segments = segmentsOf(pointer);
        Optional<List<String>> meant =
            payload.written(attribute) == null ? Optional.empty() : target.meant(segments);
        target
            .misfit(segments)
            .ifPresent(
                misfit ->
                    reporter.error(
                        ErrorCode.MISFIT_PAYLOAD_TARGET,
                        payload,
                        attribute,
                        start + " cannot be in the document: " + misfit));
        meant.ifPresent(
            other ->
                reporter.error(
                    ErrorCode.UNKNOWN_PAYLOAD_TARGET,
                    payload,
                    attribute,
                    "%s is not in the document type: did you mean \"%s\"?"
                        .formatted(start, pointerOf(other))));
      }
    }
  }

  private static List<String> segmentsOf(String pointer) {
    return Stream.of(pointer.substring(1).split("/", -1))
        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static String pointerOf(List<String> segments) {
    return segments.stream()
        .map(segment -> "/" + segment.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }
}

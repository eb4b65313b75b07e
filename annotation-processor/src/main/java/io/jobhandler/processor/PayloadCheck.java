package io.jobhandler.processor;

import java.util.HashMap;
import java.util.Map;

/** What takes a payload says so by its type and its annotation, and shares its URL with none. */
final class PayloadCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    for (ParameterModel parameter : method.parameters()) {
      checkTypeAndAnnotation(new ParameterSubject(method, parameter, reporter));
    }
    Map<String, PayloadModel> byUrl = new HashMap<>();
    for (PayloadModel payload : method.payloads()) {
      PayloadModel other = byUrl.putIfAbsent(payload.text(PayloadModel.URL), payload);
      if (other != null) {
        reportSameUrl(method, payload, other, reporter);
      }
    }
  }

  private static void checkTypeAndAnnotation(ParameterSubject subject) {
    boolean annotated = subject.parameter().payload() != null;
    boolean isPayload = subject.parameter().kind().isPayload();
    if (annotated && !isPayload) {
      subject.report(
          ErrorCode.MISPLACED_PAYLOAD,
          "is annotated with @Payload and is a "
              + subject.typeName()
              + ": declare it as VerifiedPayload or Map<String, VerifiedPayload>, or remove"
              + " @Payload");
    }
    if (!annotated && isPayload) {
      subject.report(
          ErrorCode.MISSING_PAYLOAD,
          "is a %s without @Payload: annotate it with @Payload".formatted(subject.typeName()));
    }
  }

  private static void reportSameUrl(
      HandlerMethodModel method, PayloadModel payload, PayloadModel other, ErrorReporter reporter) {
    reporter.error(
        ErrorCode.DUPLICATE_PAYLOAD_URL,
        payload,
        PayloadModel.URL,
        "parameter '%s' of %s has the url \"%s\", and so has '%s': give each a url of its own"
            .formatted(
                payload.parameter().name(),
                method.signature(),
                payload.text(PayloadModel.URL),
                other.parameter().name()));
  }
}

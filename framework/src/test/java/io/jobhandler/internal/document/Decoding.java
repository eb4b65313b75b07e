package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.JobResult;
import io.jobhandler.ReasonCode;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes documents of the operation {@code x}. */
final class Decoding {
  private Decoding() {}

  static DecodedJob decode(@Nullable Class<?> type, String json) throws DocumentFaultException {
    return decode(type, JobDocument.of(json));
  }

  static DecodedJob decode(@Nullable Class<?> type, JobDocument document)
      throws DocumentFaultException {
    return decodeFor(Handlers.method("x", type), document);
  }

  static DecodedJob decodeFor(HandlerMethod method, String json) throws DocumentFaultException {
    return decodeFor(method, JobDocument.of(json));
  }

  private static DecodedJob decodeFor(HandlerMethod method, JobDocument document)
      throws DocumentFaultException {
    return decoder(method).decode(TestJobs.queued(document));
  }

  /** The document as the handler gets it. */
  static <T> T read(Class<T> type, String json) throws DocumentFaultException {
    return type.cast(Objects.requireNonNull(decode(type, json).document()));
  }

  static JobOutcome refusal(@Nullable Class<?> type, String json) {
    return refusal(type, JobDocument.of(json));
  }

  static JobOutcome refusal(@Nullable Class<?> type, JobDocument document) {
    return refusal(Handlers.method("x", type), document);
  }

  private static JobOutcome refusal(HandlerMethod method, JobDocument document) {
    DocumentFaultException fault =
        catchThrowableOfType(DocumentFaultException.class, () -> decodeFor(method, document));
    return Objects.requireNonNull(fault, "the document was not refused").toOutcome();
  }

  /** Why a document is refused, as people read it. */
  static String reason(Class<?> type, String json) {
    return Objects.requireNonNull(refusal(type, json).reason());
  }

  /** Why a document is refused as invalid, as people read it. */
  static String reasonFor(HandlerMethod method, String json) {
    JobOutcome outcome = refusal(method, JobDocument.of(json));
    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
    return Objects.requireNonNull(outcome.reason());
  }

  /** Why a document is refused of which a dispatcher finds something wrong. */
  static String reasonFor(JobDispatcher<Object> dispatcher, String json) {
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(dispatcher, new Object());
    DocumentFaultException fault =
        catchThrowableOfType(
            DocumentFaultException.class,
            () -> new DocumentDecoder(handlers).decode(TestJobs.queued(JobDocument.of(json))));
    JobOutcome outcome = fault.toOutcome();
    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
    return Objects.requireNonNull(outcome.reason());
  }

  private static DocumentDecoder decoder(HandlerMethod method) {
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(
        Handlers.dispatcher(
            invocation -> JobResult.succeeded(), method, Handlers.method("other", null)),
        new Object());
    return new DocumentDecoder(handlers);
  }
}

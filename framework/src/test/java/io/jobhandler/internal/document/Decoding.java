package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.jobs.JobDocument;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decodes documents of the operation {@code x} into a type. */
final class Decoding {
  private Decoding() {}

  static DecodedJob decode(@Nullable Class<?> type, String json) throws DocumentFaultException {
    return decode(type, JobDocument.of(json));
  }

  static DecodedJob decode(@Nullable Class<?> type, JobDocument document)
      throws DocumentFaultException {
    return decoder(type).decode(TestJobs.queued(document));
  }

  /** The document as the handler gets it. */
  static <T> T read(Class<T> type, String json) throws DocumentFaultException {
    return type.cast(Objects.requireNonNull(decode(type, json).document()));
  }

  static JobOutcome refusal(@Nullable Class<?> type, String json) {
    return refusal(type, JobDocument.of(json));
  }

  static JobOutcome refusal(@Nullable Class<?> type, JobDocument document) {
    DocumentFaultException fault =
        catchThrowableOfType(DocumentFaultException.class, () -> decode(type, document));
    return Objects.requireNonNull(fault, "the document was not refused").toOutcome();
  }

  /** Why a document is refused, as people read it. */
  static String reason(Class<?> type, String json) {
    return Objects.requireNonNull(refusal(type, json).reason());
  }

  private static DocumentDecoder decoder(@Nullable Class<?> type) {
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(
        Handlers.dispatcher(
            invocation -> JobResult.succeeded(),
            Handlers.method("x", type),
            Handlers.method("other", null)),
        new Object());
    return new DocumentDecoder(handlers);
  }
}

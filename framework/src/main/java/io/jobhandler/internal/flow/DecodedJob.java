package io.jobhandler.internal.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job whose handler is known and whose document is what the handler takes.
 *
 * @param queued the job as it came
 * @param handler the method for its operation
 * @param document the document in the handler's type; null where the handler takes none
 * @param payloads the payloads that the document points to, in the order of the handler's
 *     parameters and then of the document
 */
public record DecodedJob(
    QueuedJob queued,
    HandlerBinding<?> handler,
    @Nullable Object document,
    List<PayloadReference> payloads) {

  /** Copies the payloads. */
  public DecodedJob {
    payloads = List.copyOf(payloads);
  }

  /** A job whose handler takes no payload. */
  public DecodedJob(QueuedJob queued, HandlerBinding<?> handler, @Nullable Object document) {
    this(queued, handler, document, List.of());
  }

  /** Which execution this is. */
  public ExecutionKey key() {
    return queued.key();
  }

  /** What the document asks for. */
  public String operation() {
    return handler.method().operation();
  }
}

package io.jobhandler.internal.flow;

import org.jspecify.annotations.Nullable;

/**
 * A job whose handler is known and whose document is what the handler takes.
 *
 * @param queued the job as it came
 * @param handler the method for its operation
 * @param document the document in the handler's type; null where the handler takes none
 */
public record DecodedJob(QueuedJob queued, HandlerBinding<?> handler, @Nullable Object document) {

  /** Which execution this is. */
  public ExecutionKey key() {
    return queued.key();
  }

  /** What the document asks for. */
  public String operation() {
    return handler.method().operation();
  }
}

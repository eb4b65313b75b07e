package io.jobhandler.spi;

import io.jobhandler.JobContext;
import io.jobhandler.ProgressReporter;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call of a handler method.
 *
 * @param document the decoded document; null exactly where {@link HandlerMethod#documentType()} is
 * @param context what the handler may know of its job
 * @param progress where the handler says how far it is
 */
public record JobInvocation(
    @Nullable Object document, JobContext context, ProgressReporter progress) {

  /**
   * The document in the type that the method declares.
   *
   * @param type the document type
   * @param <T> the document type
   * @return the document
   * @throws IllegalStateException if there is none of that type
   */
  public <T> T document(Class<T> type) {
    if (!type.isInstance(document)) {
      throw new IllegalStateException(
          "expected a document of " + type.getName() + " for " + context.operation());
    }
    return type.cast(document);
  }
}

package io.jobhandler.spi;

import io.jobhandler.JobContext;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call of a handler method.
 *
 * @param document the decoded document; null exactly where {@link HandlerMethod#documentType()} is
 * @param context what the handler may know of its job
 * @param progress where the handler says how far it is
 * @param payloads the payloads by the parameter's name and then by their key, in the document's
 *     order, not modifiable; the key is empty where the parameter takes one payload
 */
public record JobInvocation(
    @Nullable Object document,
    JobContext context,
    ProgressReporter progress,
    Map<String, Map<String, VerifiedPayload>> payloads) {

  private static final String ONLY = "";

  /** Copies the payloads in their order. */
  public JobInvocation {
    Map<String, Map<String, VerifiedPayload>> copy = new LinkedHashMap<>();
    payloads.forEach(
        (name, byKey) -> copy.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(byKey))));
    payloads = Collections.unmodifiableMap(copy);
  }

  /**
   * The arguments of a method that takes no payload.
   *
   * @param document the decoded document; null exactly where {@link HandlerMethod#documentType()}
   *     is
   * @param context what the handler may know of its job
   * @param progress where the handler says how far it is
   */
  public JobInvocation(@Nullable Object document, JobContext context, ProgressReporter progress) {
    this(document, context, progress, Map.of());
  }

  /**
   * The same arguments with another reporter.
   *
   * @param newProgress where the handler says how far it is
   * @return the arguments
   */
  public JobInvocation withProgress(ProgressReporter newProgress) {
    return new JobInvocation(document, context, newProgress, payloads);
  }

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

  /**
   * The payload of a parameter that takes one.
   *
   * @param parameterName the name of {@link PayloadParameter}
   * @return the payload
   * @throws IllegalStateException if there is none for that parameter, or several
   */
  public VerifiedPayload payload(String parameterName) {
    Map<String, VerifiedPayload> byKey = payloads(parameterName);
    VerifiedPayload payload = byKey.get(ONLY);
    if (payload == null || byKey.size() > 1) {
      throw new IllegalStateException(
          "expected one payload '%s' for %s, there is a map with the keys %s"
              .formatted(parameterName, context.operation(), byKey.keySet()));
    }
    return payload;
  }

  /**
   * The payloads of a parameter that takes a map.
   *
   * @param parameterName the name of {@link PayloadParameter}
   * @return the payloads by index or member name, in the document's order, not modifiable
   * @throws IllegalStateException if there are none for that parameter
   */
  public Map<String, VerifiedPayload> payloads(String parameterName) {
    Map<String, VerifiedPayload> byKey = payloads.get(parameterName);
    if (byKey == null) {
      throw new IllegalStateException(
          "expected a payload '%s' for %s, there are %s"
              .formatted(parameterName, context.operation(), payloads.keySet()));
    }
    return byKey;
  }
}

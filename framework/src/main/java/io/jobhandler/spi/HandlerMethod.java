package io.jobhandler.spi;

import io.jobhandler.OnProgress;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the agent must know of a {@link io.jobhandler.JobHandler} method before it calls it.
 *
 * @param operation the operation that the method carries out
 * @param documentType the type that the document is read into, null where the method takes none
 * @param stepTimeout how long one attempt may take, null where the annotation leaves it unset
 * @param onProgress whether a report starts the step timer anew
 * @param signature the method as people write it, for messages, for instance {@code
 *     ConfigHandlers.update(ConfigUpdate, ProgressReporter)}
 * @param payloads the parameters that take payloads, in their order, not modifiable; no two with
 *     the same name or the same pointer to a URL
 * @param policy interruptions, retries and company
 * @param afterRestart the {@link io.jobhandler.AfterRestart} method of the operation; null where
 *     there is none
 * @param onCancelled the {@link io.jobhandler.OnCancelled} method of the operation; null where
 *     there is none
 */
public record HandlerMethod(
    String operation,
    @Nullable Class<?> documentType,
    @Nullable Duration stepTimeout,
    OnProgress onProgress,
    String signature,
    List<PayloadParameter> payloads,
    HandlerPolicy policy,
    @Nullable Continuation afterRestart,
    @Nullable Continuation onCancelled) {

  /** The longest step timeout: with the grace added it stays under the service's seven days. */
  public static final Duration MAX_STEP_TIMEOUT = Duration.ofDays(6);

  private static final Pattern OPERATION = Pattern.compile("[a-zA-Z0-9:_.-]{1,128}");

  /** Checks the operation, the step timeout and that the payloads differ. */
  public HandlerMethod {
    if (!OPERATION.matcher(operation).matches()) {
      throw new IllegalArgumentException(
          "operation '%s' of %s is not 1 to 128 characters of [a-zA-Z0-9:_.-]"
              .formatted(operation, signature));
    }
    if (stepTimeout != null) {
      requireInRange(stepTimeout, signature);
    }
    payloads = List.copyOf(payloads);
    requireDistinct(payloads, signature);
  }

  /**
   * Describes a method that takes no payload and whose annotation leaves the rest unset.
   *
   * @param operation the operation that the method carries out
   * @param documentType the type that the document is read into, null where the method takes none
   * @param stepTimeout how long one attempt may take, null where the annotation leaves it unset
   * @param signature the method as people write it
   */
  public HandlerMethod(
      String operation,
      @Nullable Class<?> documentType,
      @Nullable Duration stepTimeout,
      String signature) {
    this(
        operation,
        documentType,
        stepTimeout,
        OnProgress.UNSET,
        signature,
        List.of(),
        HandlerPolicy.unset(),
        null,
        null);
  }

  /**
   * Makes the description from the values of the annotation.
   *
   * @param operation the operation that the method carries out
   * @param documentType the type that the document is read into, null where the method takes none
   * @param stepTimeout an ISO-8601 duration, or empty for unset
   * @param signature the method as people write it
   * @return the description
   * @throws IllegalArgumentException if the operation or the duration is not in range
   */
  public static HandlerMethod of(
      String operation, @Nullable Class<?> documentType, String stepTimeout, String signature) {
    return new HandlerMethod(
        operation, documentType, parseStepTimeout(stepTimeout, signature), signature);
  }

  /**
   * The same method with another rule for its step timer.
   *
   * @param rule whether a report starts the step timer anew
   * @return a copy
   */
  public HandlerMethod withOnProgress(OnProgress rule) {
    return with(rule, payloads, policy, afterRestart, onCancelled);
  }

  /**
   * The same method with one more payload parameter.
   *
   * @param payload the parameter
   * @return a copy
   * @throws IllegalArgumentException if another parameter has its name or its pointer to a URL
   */
  public HandlerMethod withPayload(PayloadParameter payload) {
    List<PayloadParameter> more = new ArrayList<>(payloads);
    more.add(payload);
    return with(onProgress, more, policy, afterRestart, onCancelled);
  }

  /**
   * The same method with another policy.
   *
   * @param newPolicy interruptions, retries and company
   * @return a copy
   */
  public HandlerMethod withPolicy(HandlerPolicy newPolicy) {
    return with(onProgress, payloads, newPolicy, afterRestart, onCancelled);
  }

  /**
   * The same method with one that goes on after a restart.
   *
   * @param checkpointType the type that the checkpoint is read into, null where it takes none
   * @param continuation the {@link io.jobhandler.AfterRestart} method as people write it
   * @return a copy
   */
  public HandlerMethod withAfterRestart(@Nullable Class<?> checkpointType, String continuation) {
    Continuation method = new Continuation(checkpointType, continuation);
    return with(onProgress, payloads, policy, method, onCancelled);
  }

  /**
   * The same method with one that is called when an execution was cancelled.
   *
   * @param checkpointType the type that the checkpoint is read into, null where it takes none
   * @param continuation the {@link io.jobhandler.OnCancelled} method as people write it
   * @return a copy
   */
  public HandlerMethod withOnCancelled(@Nullable Class<?> checkpointType, String continuation) {
    Continuation method = new Continuation(checkpointType, continuation);
    return with(onProgress, payloads, policy, afterRestart, method);
  }

  private HandlerMethod with(
      OnProgress rule,
      List<PayloadParameter> parameters,
      HandlerPolicy newPolicy,
      @Nullable Continuation restart,
      @Nullable Continuation cancelled) {
    return new HandlerMethod(
        operation,
        documentType,
        stepTimeout,
        rule,
        signature,
        parameters,
        newPolicy,
        restart,
        cancelled);
  }

  private static @Nullable Duration parseStepTimeout(String text, String signature) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "stepTimeout '%s' of %s is not an ISO-8601 duration, for instance PT10M"
              .formatted(text, signature),
          e);
    }
  }

  private static void requireInRange(Duration stepTimeout, String signature) {
    if (stepTimeout.isNegative()
        || stepTimeout.isZero()
        || stepTimeout.compareTo(MAX_STEP_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "stepTimeout %s of %s is not over zero and up to P6D".formatted(stepTimeout, signature));
    }
  }

  private static void requireDistinct(List<PayloadParameter> payloads, String signature) {
    Set<String> names = new HashSet<>();
    Set<String> urls = new HashSet<>();
    for (PayloadParameter payload : payloads) {
      if (!names.add(payload.name())) {
        throw new IllegalArgumentException(
            "%s has two payloads '%s': give each a name of its own"
                .formatted(signature, payload.name()));
      }
      if (!urls.add(payload.url())) {
        throw new IllegalArgumentException(
            "%s has two payloads with the url '%s': give each a url of its own"
                .formatted(signature, payload.url()));
      }
    }
  }
}

package io.jobhandler.processor;

import io.jobhandler.OnInterrupt;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an annotation says of another attempt must mean something.
 *
 * <p>{@link OnInterrupt#RESUME} with a single attempt does: an attempt that the end of the process
 * cuts off as asked for does not count, and then goes on from its checkpoint. {@link
 * OnInterrupt#RERUN} would begin anew in that case whatever is written.
 */
final class RetrySenseCheck implements HandlerCheck.OfMethod {

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    HandlerAnnotation annotation = method.annotation();
    if (annotation.maxAttempts() == 1) {
      checkSingleAttempt(method, reporter);
    } else if (!annotation.backoff().isEmpty() && annotation.retryOn().isEmpty()) {
      reporter.error(
          ErrorCode.NOTHING_BACKS_OFF,
          method,
          HandlerAnnotation.BACKOFF,
          ("backoff of %s is waited after an exception that retryOn names, and it names none: write"
                  + " retryOn, or leave backoff out")
              .formatted(method.signature()));
    }
    checkOverlap(method, annotation.retryOn(), reporter);
  }

  private static void checkSingleAttempt(HandlerMethodModel method, ErrorReporter reporter) {
    HandlerAnnotation annotation = method.annotation();
    List<String> useless =
        Stream.of(
                annotation.retryOn().isEmpty() ? "" : HandlerAnnotation.RETRY_ON,
                annotation.backoff().isEmpty() ? "" : HandlerAnnotation.BACKOFF)
            .filter(name -> !name.isEmpty())
            .toList();
    if (!useless.isEmpty()) {
      String names = String.join(" and ", useless);
      reporter.error(
          ErrorCode.NOTHING_RETRIES,
          method,
          HandlerAnnotation.MAX_ATTEMPTS,
          "maxAttempts of %s is 1, so that %s can mean nothing: raise maxAttempts, or leave out %s"
              .formatted(method.signature(), names, names));
    }
    if (annotation.onInterrupt() == OnInterrupt.RERUN) {
      reporter.error(
          ErrorCode.NOTHING_RERUNS,
          method,
          HandlerAnnotation.ON_INTERRUPT,
          ("onInterrupt of %s is RERUN, but maxAttempts is 1, so that nothing is run again: raise"
                  + " maxAttempts, or write OnInterrupt.FAIL")
              .formatted(method.signature()));
    }
  }

  private static void checkOverlap(
      HandlerMethodModel method, List<ExceptionType> types, ErrorReporter reporter) {
    List<ExceptionType> own =
        types.stream().filter(type -> !ExceptionTypeCheck.decides(type)).toList();
    for (int i = 0; i < own.size(); i++) {
      ExceptionType type = own.get(i);
      Stream.concat(
              own.subList(0, i).stream().filter(earlier -> earlier.isSameAs(type)),
              own.stream().filter(type::isBelow))
          .findFirst()
          .ifPresent(other -> reportOverlap(method, type, other, reporter));
    }
  }

  private static void reportOverlap(
      HandlerMethodModel method, ExceptionType type, ExceptionType other, ErrorReporter reporter) {
    String name = type.displayName();
    String fault =
        type.isSameAs(other)
            ? "twice: keep one"
            : "and %s, which includes it: remove %s".formatted(other.displayName(), name);
    reporter.error(
        ErrorCode.REDUNDANT_RETRY,
        method,
        type,
        "retryOn of %s names %s %s".formatted(method.signature(), name, fault));
  }
}

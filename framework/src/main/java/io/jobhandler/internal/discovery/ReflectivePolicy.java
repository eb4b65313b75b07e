package io.jobhandler.internal.discovery;

import io.jobhandler.JobHandler;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerPolicy;
import java.lang.reflect.Method;

/** What the annotations of a handler method say of interruptions, retries and its company. */
final class ReflectivePolicy {
  private ReflectivePolicy() {}

  static HandlerPolicy of(Method method, JobHandler annotation, String signature) {
    HandlerPolicy policy = ofAnnotation(annotation, signature);
    for (ExceptionMapping mapping : ReflectiveMappings.inOrder(method)) {
      policy = policy.withMapping(mapping);
    }
    return policy;
  }

  private static HandlerPolicy ofAnnotation(JobHandler annotation, String signature) {
    try {
      HandlerPolicy policy =
          HandlerPolicy.unset()
              .withOnInterrupt(annotation.onInterrupt())
              .withMaxAttempts(annotation.maxAttempts())
              .withBackoff(annotation.backoff());
      for (Class<? extends Throwable> type : annotation.retryOn()) {
        policy = policy.withRetryOn(type);
      }
      return annotation.exclusive() ? policy.withExclusive() : policy;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(signature + ": " + e.getMessage(), e);
    }
  }
}

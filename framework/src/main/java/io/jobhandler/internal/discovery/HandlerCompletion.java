package io.jobhandler.internal.discovery;

import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.Continuation;
import io.jobhandler.spi.HandlerMethod;
import org.jspecify.annotations.Nullable;

/** Brings a handler method together with what goes on with its jobs, where they fit. */
final class HandlerCompletion {
  private HandlerCompletion() {}

  static HandlerMethod of(
      HandlerMethod method,
      @Nullable Continuation afterRestart,
      @Nullable Continuation onCancelled) {
    requireResumable(method, afterRestart);
    HandlerMethod completed = method;
    if (afterRestart != null) {
      completed =
          completed.withAfterRestart(afterRestart.checkpointType(), afterRestart.signature());
    }
    if (onCancelled != null) {
      completed = completed.withOnCancelled(onCancelled.checkpointType(), onCancelled.signature());
    }
    if (afterRestart != null && onCancelled != null) {
      requireSameCheckpoint(onCancelled, afterRestart);
    }
    return completed;
  }

  private static void requireResumable(HandlerMethod method, @Nullable Continuation afterRestart) {
    if (method.policy().onInterrupt() == OnInterrupt.RESUME && afterRestart == null) {
      throw new IllegalArgumentException(
          ("onInterrupt of %s is RESUME, but nothing goes on: declare an @AfterRestart(operation ="
                  + " \"%s\") method in its class, or write OnInterrupt.RERUN or OnInterrupt.FAIL")
              .formatted(method.signature(), method.operation()));
    }
  }

  private static void requireSameCheckpoint(Continuation onCancelled, Continuation afterRestart) {
    Class<?> type = onCancelled.checkpointType();
    Class<?> other = afterRestart.checkpointType();
    if (type != null && other != null && type != other) {
      throw new IllegalArgumentException(
          "%s takes the checkpoint as %s, and %s takes it as %s: take one type in both"
              .formatted(
                  onCancelled.signature(),
                  type.getName(),
                  afterRestart.signature(),
                  other.getName()));
    }
  }
}

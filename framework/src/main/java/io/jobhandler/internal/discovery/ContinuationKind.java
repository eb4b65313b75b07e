package io.jobhandler.internal.discovery;

import io.jobhandler.AfterRestart;
import io.jobhandler.OnCancelled;
import java.lang.reflect.Method;
import java.util.Optional;

/** For what the methods are called that are no handlers themselves. */
enum ContinuationKind {
  AFTER_RESTART,
  ON_CANCELLED;

  /** The operation that a method is called for, none where it is not of this kind. */
  Optional<String> operationOf(Method method) {
    return this == AFTER_RESTART
        ? Optional.ofNullable(method.getAnnotation(AfterRestart.class)).map(AfterRestart::operation)
        : Optional.ofNullable(method.getAnnotation(OnCancelled.class)).map(OnCancelled::operation);
  }

  String annotationName() {
    return this == AFTER_RESTART ? "@AfterRestart" : "@OnCancelled";
  }

  /** Whether such a method says how far it is, and how its job ends. */
  boolean reports() {
    return this == AFTER_RESTART;
  }
}

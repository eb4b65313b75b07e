package io.jobhandler.processor;

import io.jobhandler.AfterRestart;
import io.jobhandler.OnCancelled;
import java.lang.annotation.Annotation;

/** For what the methods are called that are no handlers themselves. */
enum ContinuationKind {
  AFTER_RESTART(AfterRestart.class),
  ON_CANCELLED(OnCancelled.class);

  private final Class<? extends Annotation> annotation;

  ContinuationKind(Class<? extends Annotation> annotation) {
    this.annotation = annotation;
  }

  Class<? extends Annotation> annotation() {
    return annotation;
  }

  /** The name of the annotation, for instance {@code @AfterRestart}. */
  String annotationName() {
    return "@" + annotation.getSimpleName();
  }

  /** Whether such a method says how far it is, and how its job ends. */
  boolean reports() {
    return this == AFTER_RESTART;
  }
}

package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import io.jobhandler.OnInterrupt;
import io.jobhandler.OnProgress;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/**
 * A {@link JobHandler} annotation.
 *
 * @param written the annotation as it is written
 */
record HandlerAnnotation(WrittenAnnotation written) {
  static final String OPERATION = "operation";
  static final String STEP_TIMEOUT = "stepTimeout";
  static final String ON_PROGRESS = "onProgress";
  static final String ON_INTERRUPT = "onInterrupt";
  static final String MAX_ATTEMPTS = "maxAttempts";
  static final String RETRY_ON = "retryOn";
  static final String BACKOFF = "backoff";
  private static final String EXCLUSIVE = "exclusive";

  static Optional<HandlerAnnotation> of(ExecutableElement method) {
    return WrittenAnnotation.on(method, JobHandler.class).map(HandlerAnnotation::new);
  }

  AnnotationMirror mirror() {
    return written.mirror();
  }

  String operation() {
    return written.text(OPERATION);
  }

  /** The step timeout as text, empty where it is left unset. */
  String stepTimeout() {
    return written.text(STEP_TIMEOUT);
  }

  OnProgress onProgress() {
    return written.constant(ON_PROGRESS, OnProgress.UNSET);
  }

  OnInterrupt onInterrupt() {
    return written.constant(ON_INTERRUPT, OnInterrupt.UNSET);
  }

  /** The most attempts, 0 where they are left unset. */
  int maxAttempts() {
    return written.simple(MAX_ATTEMPTS, Integer.class, 0);
  }

  /** The exceptions that are known, in their order. */
  List<ExceptionType> retryOn() {
    return written.elements(RETRY_ON).stream()
        .map(ExceptionType::of)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The wait before the second attempt as text, empty where it is left unset. */
  String backoff() {
    return written.text(BACKOFF);
  }

  boolean exclusive() {
    return written.simple(EXCLUSIVE, Boolean.class, false);
  }

  /** Whether it says something of interruptions, retries or company. */
  boolean hasPolicy() {
    return onInterrupt() != OnInterrupt.UNSET
        || maxAttempts() != 0
        || !retryOn().isEmpty()
        || !backoff().isEmpty()
        || exclusive();
  }

  /** Whether all exceptions are known. */
  boolean isResolved() {
    return retryOn().size() == written.elements(RETRY_ON).size();
  }
}

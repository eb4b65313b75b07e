package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.LocalJobsException;

/** The errors of the Java API, by their AWS names. */
final class ControlErrors {
  private ControlErrors() {}

  static LocalJobsException invalidRequest(String message) {
    return new LocalJobsException("InvalidRequestException", message);
  }

  static LocalJobsException notFound(String message) {
    return new LocalJobsException("ResourceNotFoundException", message);
  }

  static LocalJobsException alreadyExists(String message) {
    return new LocalJobsException("ResourceAlreadyExistsException", message);
  }

  static LocalJobsException invalidStateTransition(String message) {
    return new LocalJobsException("InvalidStateTransitionException", message);
  }
}

package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What requests fail with. */
final class Failures {
  private Failures() {}

  /** The failure of a request that has failed by now. */
  static JobsException failureOf(CompletableFuture<?> request) {
    assertThat(request).isCompletedExceptionally();
    return JobsException.from(catchThrowableOfType(CompletionException.class, request::join));
  }
}

package io.jobhandler.localjobs.internal.server;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Waits for Vert.x from a thread that may block. */
final class Waiting {
  private static final long TIMEOUT_SECONDS = 30;

  private Waiting() {}

  static <T> T forResult(Future<T> future, Function<Throwable, IllegalStateException> failure) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure.apply(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw failure.apply(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure.apply(e);
    }
  }
}

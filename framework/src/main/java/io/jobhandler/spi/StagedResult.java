package io.jobhandler.spi;

import io.jobhandler.JobFailedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Waits for what a handler does on other threads. For dispatchers. */
public final class StagedResult {
  private StagedResult() {}

  /**
   * Waits on the calling thread, which is the handler's, so that no other job begins before the
   * stage has ended. An interruption of the thread ends the wait and cancels a stage that is a
   * {@link Future}. That is all it can do: what runs on other threads must look at {@link
   * io.jobhandler.JobContext#isCancelled()}.
   *
   * @param stage what a method returned
   * @param <T> what it ends with
   * @return what it ended with
   * @throws InterruptedException if the thread is interrupted meanwhile
   * @throws JobFailedException if the stage is null
   * @throws Throwable what it failed with, out of any {@link CompletionException} or {@link
   *     ExecutionException} around it
   */
  public static <T extends @Nullable Object> T await(@Nullable CompletionStage<T> stage)
      throws Throwable {
    CompletionStage<T> returned = ResultDetails.required(stage);
    try {
      return endOf(returned).get();
    } catch (InterruptedException e) {
      cancel(returned, e);
      throw e;
    } catch (ExecutionException e) {
      throw thrownIn(e);
    }
  }

  /** Not every stage can be made a future of; each says when it has ended. */
  private static <T extends @Nullable Object> Future<T> endOf(CompletionStage<T> stage) {
    CompletableFuture<T> end = new CompletableFuture<>();
    stage.whenComplete(
        (value, thrown) -> {
          if (thrown == null) {
            end.complete(value);
          } else {
            end.completeExceptionally(thrown);
          }
        });
    return end;
  }

  /** Minimal stages are futures, too, and refuse it. */
  private static void cancel(CompletionStage<?> stage, InterruptedException interruption) {
    if (stage instanceof Future<?> future) {
      try {
        future.cancel(true);
      } catch (UnsupportedOperationException e) {
        interruption.addSuppressed(e);
      }
    }
  }

  private static Throwable thrownIn(Throwable wrapper) {
    Throwable thrown = wrapper;
    while (isWrapper(thrown) && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    return thrown;
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof CompletionException || thrown instanceof ExecutionException;
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.JobWork;
import io.jobhandler.NotDurableException;
import io.jobhandler.internal.execution.JobMemory;
import io.jobhandler.internal.journal.JournalValues;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.journal.JournalEntry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a job remembers, in its journal entry. Safe for use by several threads. */
final class JournaledMemory implements JobMemory {
  /** A disk that takes longer is as good as none; so is an agent that is closed. */
  private static final long PATIENCE_SECONDS = 60;

  private static final int LONGEST_NAME = 128;

  private final Loop loop;
  private final JobReport report;

  JournaledMemory(Loop loop, JobReport report) {
    this.loop = loop;
    this.report = report;
  }

  @Override
  public void store(Object checkpoint) {
    String json = JournalValues.write(checkpoint);
    storeDurably("the checkpoint", entry -> entry.withCheckpoint(json));
  }

  @Override
  public <T> @Nullable T checkpoint(Class<T> type) {
    String json = report.entry().checkpoint();
    return json == null ? null : JournalValues.read(json, type);
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T step(
      String name, Class<T> type, JobWork<T, X> work) throws X {
    requireName(name);
    String done = report.entry().steps().get(name);
    if (done != null) {
      return JournalValues.read(done, type);
    }
    T result = work.run();
    String json = JournalValues.write(result);
    storeDurably("step '" + name + "'", entry -> entry.withStep(name, json));
    return result;
  }

  private static void requireName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the step's name '%s' has %d characters, expected 1 to %d"
              .formatted(name, name.length(), LONGEST_NAME));
    }
  }

  private void storeDurably(String what, UnaryOperator<JournalEntry> change) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    loop.execute(
        () ->
            report
                .tryToStore(change)
                .whenComplete(
                    (done, failure) -> {
                      if (failure == null) {
                        stored.complete(null);
                      } else {
                        stored.completeExceptionally(failure);
                      }
                    }));
    try {
      getUninterruptibly(stored);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotDurableException(
          "%s of job %s is not stored".formatted(what, report.entry().jobId()), e);
    }
  }

  /** The disk is asked already: an interruption would only hide what it says. */
  private static void getUninterruptibly(CompletableFuture<Void> stored)
      throws ExecutionException, TimeoutException {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (true) {
        try {
          stored.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

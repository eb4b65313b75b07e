package io.jobhandler.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How the loop goes on when a future is done. */
class LoopAfterTest {
  private final ManualScheduler time = new ManualScheduler();
  private final Loop loop = new Loop(time, time::nanoTime);
  private final List<String> heard = new ArrayList<>();

  private void after(CompletableFuture<String> future) {
    loop.after(
        future,
        (value, failure) -> heard.add(failure == null ? value : "failed: " + failure.getMessage()));
  }

  @Test
  void goesOnAtOnceWhereTheFutureIsDone() {
    after(CompletableFuture.completedFuture("value"));

    assertThat(heard).containsExactly("value");
    assertThat(time.waiting()).isZero();
  }

  @Test
  void goesOnAtOnceWhereTheFutureHasFailed() {
    after(CompletableFuture.failedFuture(new IOException("no disk")));

    assertThat(heard).containsExactly("failed: no disk");
  }

  @Test
  void goesOnInATaskOfItsOwnWhereTheFutureIsNotDoneYet() {
    CompletableFuture<String> future = new CompletableFuture<>();
    after(future);
    time.runDue();
    future.complete("value");
    assertThat(heard).isEmpty();

    time.runDue();
    assertThat(heard).containsExactly("value");
  }

  @Test
  void handsOnALaterFailure() {
    CompletableFuture<String> future = new CompletableFuture<>();
    after(future);
    future.completeExceptionally(new IOException("no disk"));
    time.runDue();

    assertThat(heard).containsExactly("failed: no disk");
  }

  @Test
  void goesOnBehindWhatTheLoopHasToDoAlready() {
    CompletableFuture<String> future = new CompletableFuture<>();
    after(future);
    loop.execute(() -> heard.add("task"));
    future.complete("value");
    time.runDue();

    assertThat(heard).containsExactly("task", "value");
  }

  @Test
  void aContinuationThatThrowsHarmsNoOther() {
    CompletableFuture<String> future = new CompletableFuture<>();
    loop.after(
        future,
        (value, failure) -> {
          throw new IllegalStateException("thrown by the test");
        });
    after(future);
    future.complete("value");
    time.runDue();

    assertThat(heard).containsExactly("value");
  }
}

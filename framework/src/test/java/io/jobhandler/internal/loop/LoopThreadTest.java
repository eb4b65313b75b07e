package io.jobhandler.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop on its real thread. */
@Timeout(20)
class LoopThreadTest {
  private final ScheduledExecutorService executor = Loop.newExecutor("loop-under-test");
  private final Loop loop = new Loop(executor, System::nanoTime);

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  /** Waits until the loop has done what was handed in before. */
  private void settle() {
    CompletableFuture<Void> settled = new CompletableFuture<>();
    loop.execute(() -> settled.complete(null));
    settled.join();
  }

  @Test
  void theThreadHasTheGivenNameAndKeepsNoProcessAlive() {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    loop.execute(() -> thread.complete(Thread.currentThread()));

    assertThat(thread.join().getName()).isEqualTo("loop-under-test");
    assertThat(thread.join().isDaemon()).isTrue();
  }

  @Test
  void tasksTimersAndContinuationsShareTheThread() {
    List<Thread> threads = new ArrayList<>();
    CompletableFuture<Void> all = new CompletableFuture<>();
    CompletableFuture<String> future = new CompletableFuture<>();
    loop.execute(
        () -> {
          threads.add(Thread.currentThread());
          loop.after(future, (value, failure) -> threads.add(Thread.currentThread()));
          loop.schedule(
              Duration.ofMillis(1),
              () -> {
                threads.add(Thread.currentThread());
                all.complete(null);
              });
        });
    settle();
    future.complete("on the test's thread");
    all.join();
    settle();

    assertThat(threads).hasSize(3).containsOnly(threads.get(0));
  }

  @Test
  void tasksOfSeveralThreadsNeverOverlapAndKeepTheirOrder() {
    List<List<Integer>> seen =
        IntStream.range(0, 4).mapToObj(i -> (List<Integer>) new ArrayList<Integer>()).toList();
    IntStream.range(0, 4)
        .parallel()
        .forEach(
            thread ->
                IntStream.range(0, 500).forEach(i -> loop.execute(() -> seen.get(thread).add(i))));
    settle();

    List<Integer> inOrder = IntStream.range(0, 500).boxed().toList();
    assertThat(seen).isEqualTo(Collections.nCopies(4, inOrder));
  }

  @Test
  void theThreadOutlivesATaskThatThrows() {
    CompletableFuture<Thread> before = new CompletableFuture<>();
    CompletableFuture<Thread> after = new CompletableFuture<>();
    loop.execute(
        () -> {
          before.complete(Thread.currentThread());
          throw new IllegalStateException("thrown by the test");
        });
    loop.execute(() -> after.complete(Thread.currentThread()));

    assertThat(after.join()).isSameAs(before.join());
  }

  @Test
  void theShutdownDropsTimersAndWhatComesLater() throws Exception {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch shutDown = new CountDownLatch(1);
    loop.schedule(Duration.ofHours(1), () -> done.add("timer"));
    loop.execute(
        () -> {
          done.add("running");
          loop.executor().shutdown();
          loop.execute(() -> done.add("too late"));
          shutDown.countDown();
        });
    assertThat(shutDown.await(10, TimeUnit.SECONDS)).isTrue();
    loop.execute(() -> done.add("much too late"));
    loop.schedule(Duration.ZERO, () -> done.add("much too late"));

    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(done).containsExactly("running");
  }
}

package io.jobhandler.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When an interruption comes. The thread of the test is the one that works. */
@Timeout(30)
class InterruptionTest {
  private final Interruption interruption = new Interruption();
  private final CompletableFuture<Boolean> leave = new CompletableFuture<>();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    boolean unused = Thread.interrupted();
    other.shutdownNow();
  }

  /** Whether the test's thread was interrupted since the last look. */
  private static boolean wasInterrupted() {
    return Thread.interrupted();
  }

  @Test
  void comesAtOnce() {
    interruption.begin();
    interruption.interrupt();

    assertThat(wasInterrupted()).isTrue();
  }

  @Test
  void comesOnce() {
    interruption.begin();
    interruption.interrupt();
    assertThat(wasInterrupted()).isTrue();

    String restored = interruption.shielded(() -> "restored");
    assertThat(restored).isEqualTo("restored");
    assertThat(wasInterrupted()).isFalse();
  }

  @Test
  void doesNotReachAThreadThatHasNotBegunOrHasEnded() {
    interruption.interrupt();
    assertThat(wasInterrupted()).isFalse();

    Interruption late = new Interruption();
    late.begin();
    late.end();
    late.interrupt();
    assertThat(wasInterrupted()).isFalse();
  }

  @Test
  void oneThatCameTooLateEndsWithTheWork() {
    interruption.begin();
    interruption.interrupt();
    interruption.end();

    assertThat(wasInterrupted()).isFalse();
  }

  @Test
  void waitsUntilAShieldedPartHasEnded() {
    interruption.begin();
    boolean within =
        interruption.shielded(
            () -> {
              interruption.interrupt();
              return Thread.currentThread().isInterrupted();
            });

    assertThat(within).isFalse();
    assertThat(wasInterrupted()).isTrue();
  }

  @Test
  void waitsUntilTheOutermostOfNestedPartsHasEnded() {
    interruption.begin();
    boolean within =
        interruption.shielded(
            () -> {
              interruption.shielded(
                  () -> {
                    interruption.interrupt();
                    return "inner";
                  });
              return Thread.currentThread().isInterrupted();
            });

    assertThat(within).isFalse();
    assertThat(wasInterrupted()).isTrue();
  }

  @Test
  void comesAfterAPartThatThrows() {
    interruption.begin();

    assertThatThrownBy(
            () ->
                interruption.shielded(
                    () -> {
                      interruption.interrupt();
                      throw new IOException("no room");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
    assertThat(wasInterrupted()).isTrue();
  }

  @Test
  void doesNotComeWhereNobodyAskedForIt() {
    interruption.begin();

    assertThat(interruption.shielded(() -> 7)).isEqualTo(7);
    assertThat(wasInterrupted()).isFalse();
  }

  @Test
  void oneThatCameBeforeAPartIsThereAgainWhenItHasEnded() {
    interruption.begin();
    interruption.interrupt();
    boolean within = interruption.shielded(() -> Thread.currentThread().isInterrupted());

    assertThat(within).isFalse();
    assertThat(wasInterrupted()).isTrue();
  }

  @Test
  void oneThatTheWorkMadeItselfWithinAPartStays() {
    interruption.begin();
    boolean within =
        interruption.shielded(
            () -> {
              Thread.currentThread().interrupt();
              interruption.shielded(() -> "inner");
              return Thread.currentThread().isInterrupted();
            });

    assertThat(within).isTrue();
    assertThat(wasInterrupted()).isTrue();
  }

  /** Another thread of the work in a part that ends when the test lets it. */
  private CompletableFuture<Boolean> partOnAnotherThread() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    other.execute(
        () -> {
          boolean written =
              interruption.shielded(
                  () -> {
                    inside.countDown();
                    return leave.orTimeout(10, TimeUnit.SECONDS).join();
                  });
          ended.complete(written && !Thread.currentThread().isInterrupted());
        });
    HandlerThreads.await(inside);
    return ended.orTimeout(10, TimeUnit.SECONDS);
  }

  @Test
  void waitsForAPartOnAnotherThread() throws Exception {
    interruption.begin();
    CompletableFuture<Boolean> part = partOnAnotherThread();

    interruption.interrupt();
    interruption.shielded(() -> "beside it");
    assertThat(wasInterrupted()).isFalse();

    leave.complete(true);
    assertThat(part.join()).isTrue();
    assertThat(wasInterrupted()).isTrue();
  }

  @Test
  void aPartThatOutlivesTheWorkInterruptsNobody() throws Exception {
    interruption.begin();
    CompletableFuture<Boolean> part = partOnAnotherThread();

    interruption.interrupt();
    interruption.end();
    leave.complete(true);

    assertThat(part.join()).isTrue();
    assertThat(wasInterrupted()).isFalse();
  }
}

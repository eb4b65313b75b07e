package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.jobhandler.JobFailedException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StagedResultTest {
  private final CompletableFuture<String> stage = new CompletableFuture<>();

  @Test
  void waitsForWhatTheStageEndsWith() throws Throwable {
    CompletableFuture.runAsync(() -> stage.complete("done"));

    assertThat(StagedResult.await(stage)).isEqualTo("done");
    assertThat(StagedResult.await(stage.minimalCompletionStage())).isEqualTo("done");
  }

  @Test
  void throwsWhatTheStageFailsWith() {
    IOException thrown = new IOException("why");
    stage.completeExceptionally(new CompletionException(new ExecutionException(thrown)));

    assertThat(failureOf(stage)).isSameAs(thrown);
    assertThat(failureOf(stage.thenApply(text -> text + "!"))).isSameAs(thrown);
  }

  @Test
  void aWrapperAroundNothingIsThrownItself() {
    CompletionException wrapper = new CompletionException("why", null);
    stage.completeExceptionally(wrapper);

    assertThat(failureOf(stage)).isSameAs(wrapper);
  }

  @Test
  void aStageThatOthersCancelHasFailed() {
    CompletionStage<String> next = stage.thenApply(text -> text + "!");
    stage.cancel(false);

    assertThat(failureOf(stage)).isInstanceOf(CancellationException.class);
    assertThat(failureOf(next)).isInstanceOf(CancellationException.class);
  }

  @Test
  void anInterruptionEndsTheWaitAndCancelsTheStage() {
    assertThat(failureWhenInterrupted(stage)).isInstanceOf(InterruptedException.class);
    assertThat(stage).isCancelled();
  }

  @Test
  void aStageThatCannotBeCancelledGoesOnAfterAnInterruption() {
    assertThat(failureWhenInterrupted(stage.minimalCompletionStage()))
        .isInstanceOf(InterruptedException.class);
    assertThat(stage).isNotDone();
  }

  @Test
  @SuppressWarnings("unchecked") // it does what the stage does
  void soDoesAStageThatIsNoFuture() {
    CompletionStage<String> noFuture =
        (CompletionStage<String>)
            Proxy.newProxyInstance(
                StagedResultTest.class.getClassLoader(),
                new Class<?>[] {CompletionStage.class},
                (proxy, method, arguments) -> method.invoke(stage, arguments));

    assertThat(failureWhenInterrupted(noFuture)).isInstanceOf(InterruptedException.class);
    assertThat(stage).isNotDone();
  }

  @Test
  void nullSaysNothing() {
    assertThatThrownBy(() -> StagedResult.await(null))
        .isInstanceOf(JobFailedException.class)
        .hasMessageContaining("the handler returned null");
  }

  private static Throwable failureWhenInterrupted(CompletionStage<String> stage) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread waiting = new Thread(() -> failure.complete(failureOf(stage)));
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
    return failure.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static Throwable failureOf(CompletionStage<String> stage) {
    return catchThrowable(() -> StagedResult.await(stage));
  }
}

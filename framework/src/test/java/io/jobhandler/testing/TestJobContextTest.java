package io.jobhandler.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.RestartCause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestJobContextTest {
  private final TestJobContext context = TestJobContext.of("firmware_update");
  private final AtomicInteger erased = new AtomicInteger();

  private int erase(TestJobContext attempt) {
    return attempt.step("erase", Integer.class, erased::incrementAndGet);
  }

  @Test
  void isAFirstAttemptWithTimeEnough() {
    assertThat(context.operation()).isEqualTo("firmware_update");
    assertThat(context.thingName()).isEqualTo("thing");
    assertThat(context.jobId()).isEqualTo("job");
    assertThat(context.executionNumber()).isEqualTo(1);
    assertThat(context.storedDetails()).isEmpty();
    assertThat(context.remainingTime()).isEqualTo(Duration.ofHours(1));
    assertThat(context.attempt()).isEqualTo(1);
    assertThat(context.restartCause()).isEqualTo(RestartCause.NONE);
  }

  @Test
  void isCancelledOnceAndForAll() {
    assertThat(context.isCancelled()).isFalse();
    context.cancel();
    assertThat(context.isCancelled()).isTrue();
    assertThat(context.nextAttempt(RestartCause.NONE).isCancelled()).isFalse();
  }

  @Test
  void theNextAttemptRemembers() {
    context.checkpoint("slot b");
    assertThat(erase(context)).isEqualTo(1);
    TestJobContext next = context.nextAttempt(RestartCause.REBOOT);
    next.checkpoint("confirmed");

    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.restartCause()).isEqualTo(RestartCause.REBOOT);
    assertThat(next.operation()).isEqualTo("firmware_update");
    assertThat(erase(next)).isEqualTo(1);
    assertThat(erased).hasValue(1);
    assertThat(next.checkpoints()).isEqualTo(List.of("slot b", "confirmed"));
  }

  @Test
  void aStepIsDoneOnce() {
    assertThat(erase(context)).isEqualTo(1);
    assertThat(erase(context)).isEqualTo(1);
  }

  @Test
  void aStepThatThrowsIsDoneAgain() throws Exception {
    assertThatThrownBy(
            () ->
                context.step(
                    "erase",
                    Integer.class,
                    () -> {
                      throw new IOException("bad block");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("bad block");
    assertThat(erase(context)).isEqualTo(1);
  }

  @Test
  void aStepMayResultInAPrimitive() {
    int result = context.step("erase", int.class, () -> 7);

    assertThat(result).isEqualTo(7);
  }

  @Test
  @SuppressWarnings("NullAway") // it takes no nullable result of a lambda, whatever T is
  void aStepMayResultInNothing() {
    @Nullable String first = context.step("none", String.class, () -> nothing(erased));
    @Nullable String second = context.step("none", String.class, () -> nothing(erased));

    assertThat(first).isNull();
    assertThat(second).isNull();
    assertThat(erased).hasValue(1);
  }

  private static @Nullable String nothing(AtomicInteger counter) {
    counter.incrementAndGet();
    return null;
  }

  @Test
  void aStepOfAnotherTypeIsAFault() {
    erase(context);

    assertThatThrownBy(() -> context.step("erase", String.class, () -> "again"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("step 'erase' resulted in 1, expected java.lang.String");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 129})
  void aStepsNameIsAsLongAsTheAgentAllows(int length) {
    assertThat(context.step("n".repeat(128), Integer.class, () -> 7)).isEqualTo(7);
    assertThatThrownBy(() -> context.step("n".repeat(length), Integer.class, () -> 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has %d characters, expected 1 to 128", length);
  }

  @Test
  void aShieldedPartIsDone() throws Exception {
    assertThat(context.shielded(() -> "written")).isEqualTo("written");
    assertThatThrownBy(
            () ->
                context.shielded(
                    () -> {
                      throw new IOException("bad block");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("bad block");
  }
}

package io.jobhandler.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptRulesTest {
  private static final Duration BACKOFF = Duration.ofSeconds(5);
  private static final AttemptRules DEFAULTS = new AttemptRules(3, Map.of(), Map.of(), BACKOFF);

  private static HandlerMethod method(HandlerPolicy policy) {
    return Handlers.method("x", null).withPolicy(policy);
  }

  private static HandlerMethod plain() {
    return method(HandlerPolicy.unset());
  }

  /** An execution after so many attempts, of which some were free. */
  private static JournalEntry after(int attempts, int free) {
    JournalEntry entry = TestJobs.cutOff("job-1", "agent-1");
    for (int i = 1; i < attempts; i++) {
      entry = entry.nextAttempt(2, entry.state());
    }
    for (int i = 0; i < free; i++) {
      entry = entry.free();
    }
    return entry;
  }

  private static AttemptRules onInterrupt(OnInterrupt rule) {
    return new AttemptRules(3, Map.of(), Map.of("x", rule), BACKOFF);
  }

  @Test
  void whatIsCutOffFailsWhereNothingIsSaid() {
    assertThat(DEFAULTS.onInterrupt(plain())).isEqualTo(OnInterrupt.FAIL);
    assertThat(onInterrupt(OnInterrupt.UNSET).onInterrupt(plain())).isEqualTo(OnInterrupt.FAIL);
  }

  /** Edge case 27: the configuration tells "unset" from a value that the annotation sets. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSET")
  void theConfigurationBeatsTheAnnotationOnInterruptions(OnInterrupt rule) {
    HandlerMethod annotated = method(HandlerPolicy.unset().withOnInterrupt(rule));

    assertThat(DEFAULTS.onInterrupt(annotated)).isEqualTo(rule);
    assertThat(onInterrupt(OnInterrupt.UNSET).onInterrupt(annotated)).isEqualTo(rule);
    assertThat(onInterrupt(OnInterrupt.FAIL).onInterrupt(annotated)).isEqualTo(OnInterrupt.FAIL);
    assertThat(onInterrupt(OnInterrupt.RERUN).onInterrupt(annotated)).isEqualTo(OnInterrupt.RERUN);
  }

  @ParameterizedTest
  @DisplayName("Edge case 7: the attempts of an execution are capped")
  @CsvSource({"1, 0, true", "2, 0, true", "3, 0, false", "4, 0, false", "100, 0, false"})
  void threeAttemptsByDefault(int attempts, int free, boolean another) {
    assertThat(DEFAULTS.allowAnother(plain(), after(attempts, free))).isEqualTo(another);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, true", "5, 3, true", "5, 2, false", "23, 20, false", "22, 20, true"})
  void attemptsThatAreFreeDoNotCount(int attempts, int free, boolean another) {
    assertThat(DEFAULTS.allowAnother(plain(), after(attempts, free))).isEqualTo(another);
  }

  @Test
  void theConfigurationBeatsTheAnnotationOnAttempts() {
    AttemptRules configured = new AttemptRules(1, Map.of("x", 2), Map.of(), BACKOFF);
    AttemptRules ofAnother = new AttemptRules(1, Map.of("y", 2), Map.of(), BACKOFF);
    HandlerMethod annotated = method(HandlerPolicy.unset().withMaxAttempts(5));

    assertThat(configured.allowAnother(annotated, after(1, 0))).isTrue();
    assertThat(configured.allowAnother(annotated, after(2, 0))).isFalse();
    assertThat(ofAnother.allowAnother(annotated, after(4, 0))).isTrue();
    assertThat(ofAnother.allowAnother(annotated, after(5, 0))).isFalse();
    assertThat(ofAnother.allowAnother(plain(), after(1, 0))).isFalse();
  }

  @Test
  @DisplayName("Edge case 7: restarts that are asked for again and again count at last")
  void twentyAttemptsMayBeFree() {
    assertThat(DEFAULTS.free(after(1, 0)).freeAttempts()).isEqualTo(1);
    assertThat(DEFAULTS.free(after(20, 19)).freeAttempts()).isEqualTo(20);
    assertThat(DEFAULTS.free(after(21, 20)).freeAttempts()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"1, 5000", "2, 10000", "3, 20000", "5, 80000", "10, 2560000"})
  void theWaitIsDoubledGiveOrTakeAFifth(int attempts, long millis) {
    for (int i = 0; i < 200; i++) {
      assertThat(DEFAULTS.backoff(plain(), after(attempts, 0)))
          .isBetween(Duration.ofMillis(millis * 4 / 5), Duration.ofMillis(millis * 6 / 5 + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12, 20, 40, 63, 64, 65, 100})
  void theWaitIsNeverLongerThanAnHour(int attempts) {
    HandlerMethod annotated =
        method(HandlerPolicy.unset().withBackoff("PT1H").withMaxAttempts(100));

    for (int i = 0; i < 50; i++) {
      assertThat(DEFAULTS.backoff(plain(), after(attempts, 0)))
          .isBetween(Duration.ofMinutes(48), Duration.ofHours(1));
      assertThat(DEFAULTS.backoff(annotated, after(attempts, 0)))
          .isBetween(Duration.ofMinutes(48), Duration.ofHours(1));
    }
  }

  @Test
  void theWaitsAreSpread() {
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(i -> DEFAULTS.backoff(plain(), after(1, 0)))
                .distinct()
                .count())
        .isGreaterThan(10);
  }

  @Test
  void freeAttemptsDoNotMakeTheWaitLonger() {
    assertThat(DEFAULTS.backoff(plain(), after(5, 4)))
        .isBetween(Duration.ofSeconds(4), Duration.ofMillis(6001));
    assertThat(DEFAULTS.backoff(plain(), after(1, 1)))
        .isBetween(Duration.ofSeconds(4), Duration.ofMillis(6001));
  }

  @Test
  void theAnnotationBeatsTheDefaultWait() {
    assertThat(DEFAULTS.backoff(method(HandlerPolicy.unset().withBackoff("PT1M")), after(1, 0)))
        .isBetween(Duration.ofSeconds(48), Duration.ofMillis(72_001));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.000000001S", "PT0.0009S", "PT0.001S"})
  void aWaitOfLessThanAMillisecondIsOne(String backoff) {
    HandlerMethod annotated = method(HandlerPolicy.unset().withBackoff(backoff));

    assertThat(DEFAULTS.backoff(annotated, after(1, 0)))
        .isBetween(Duration.ofMillis(1), Duration.ofMillis(2));
  }
}

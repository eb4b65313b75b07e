package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerPolicyTest {
  private static final HandlerPolicy UNSET = HandlerPolicy.unset();
  private static final ExceptionMapping MISSING =
      new ExceptionMapping(
          FileNotFoundException.class, MapException.Status.REJECTED, "FILE_MISSING");
  private static final ExceptionMapping BROKEN =
      new ExceptionMapping(IOException.class, MapException.Status.FAILED, "DISK_BROKEN");

  @Test
  void saysNothingUnlessTold() {
    assertThat(UNSET)
        .isEqualTo(new HandlerPolicy(OnInterrupt.UNSET, 0, List.of(), null, false, List.of()));
    assertThat(UNSET.retriesOn(new IOException())).isFalse();
    assertThat(UNSET.mappingOf(new IOException())).isNull();
  }

  @Test
  void eachChangeLeavesTheRest() {
    HandlerPolicy all =
        UNSET
            .withOnInterrupt(OnInterrupt.RESUME)
            .withMaxAttempts(7)
            .withRetryOn(IOException.class)
            .withRetryOn(IllegalStateException.class)
            .withBackoff("PT1M")
            .withExclusive()
            .withMapping(MISSING)
            .withMapping(BROKEN);

    assertThat(all)
        .isEqualTo(
            new HandlerPolicy(
                OnInterrupt.RESUME,
                7,
                List.of(IOException.class, IllegalStateException.class),
                Duration.ofMinutes(1),
                true,
                List.of(MISSING, BROKEN)));
    assertThat(
            all.withOnInterrupt(OnInterrupt.FAIL)
                .withMaxAttempts(8)
                .withBackoff("")
                .withExclusive()
                .withRetryOn(Error.class)
                .withMapping(MISSING))
        .isEqualTo(
            new HandlerPolicy(
                OnInterrupt.FAIL,
                8,
                List.of(IOException.class, IllegalStateException.class, Error.class),
                null,
                true,
                List.of(MISSING, BROKEN, MISSING)));
  }

  @Test
  void boundsTheAttempts() {
    assertThat(UNSET.withMaxAttempts(0).maxAttempts()).isZero();
    assertThat(UNSET.withMaxAttempts(1).maxAttempts()).isEqualTo(1);
    assertThat(UNSET.withMaxAttempts(100).maxAttempts()).isEqualTo(100);
    for (int most : new int[] {-1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> UNSET.withMaxAttempts(most))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("maxAttempts is %d, expected 1 to 100, or 0 for unset", most);
    }
  }

  @Test
  void boundsTheBackoff() {
    assertThat(UNSET.withBackoff("PT1H").backoff()).isEqualTo(HandlerPolicy.MAX_BACKOFF);
    assertThat(UNSET.withBackoff("PT0.000000001S").backoff()).isEqualTo(Duration.ofNanos(1));
    for (String backoff : List.of("PT0S", "PT-1S", "PT1H0.000000001S")) {
      assertThatThrownBy(() -> UNSET.withBackoff(backoff))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "backoff is %s, expected more than zero, up to PT1H", Duration.parse(backoff));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5s", "5", "P", " "})
  void refusesABackoffThatIsNoDuration(String backoff) {
    assertThatThrownBy(() -> UNSET.withBackoff(backoff))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("backoff '%s' is not an ISO-8601 duration, for instance PT5S", backoff);
  }

  @Test
  void retriesOnSubclassesToo() {
    HandlerPolicy policy = UNSET.withRetryOn(IOException.class).withRetryOn(Error.class);

    assertThat(policy.retriesOn(new FileNotFoundException())).isTrue();
    assertThat(policy.retriesOn(new AssertionError())).isTrue();
    assertThat(policy.retriesOn(new Exception())).isFalse();
  }

  @Test
  void theFirstMappingThatFitsCounts() {
    HandlerPolicy policy = UNSET.withMapping(MISSING).withMapping(BROKEN);

    assertThat(policy.mappingOf(new FileNotFoundException())).isSameAs(MISSING);
    assertThat(policy.mappingOf(new IOException())).isSameAs(BROKEN);
    assertThat(policy.mappingOf(new Exception())).isNull();
    assertThat(
            UNSET.withMapping(BROKEN).withMapping(MISSING).mappingOf(new FileNotFoundException()))
        .isSameAs(BROKEN);
  }

  @Test
  void aMappingIsTheResultThatItMeans() {
    assertThat(MISSING.toResult("why"))
        .isEqualTo(new JobResult.Rejected("FILE_MISSING", "why", Map.of()));
    assertThat(BROKEN.toResult("why"))
        .isEqualTo(new JobResult.Failed("DISK_BROKEN", "why", Map.of()));
  }

  @Test
  void aMappingHasAReasonCode() {
    assertThatThrownBy(
            () -> new ExceptionMapping(IOException.class, MapException.Status.FAILED, "low disk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("reason code 'low disk' is not 1 to 128 characters");
  }

  @Test
  void laterChangesOfTheCallersListsChangeNothing() {
    List<Class<? extends Throwable>> retryOn = new ArrayList<>(List.of(IOException.class));
    List<ExceptionMapping> mappings = new ArrayList<>(List.of(BROKEN));
    HandlerPolicy policy = new HandlerPolicy(OnInterrupt.UNSET, 0, retryOn, null, false, mappings);
    retryOn.clear();
    mappings.clear();

    assertThat(policy.retryOn()).containsExactly(IOException.class);
    assertThat(policy.mappings()).containsExactly(BROKEN);
  }
}

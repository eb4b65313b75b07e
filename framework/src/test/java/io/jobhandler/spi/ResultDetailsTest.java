package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobFailedException;
import io.jobhandler.JobResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultDetailsTest {

  enum Mode {
    FAST;

    @Override
    public String toString() {
      return "for people";
    }
  }

  @Test
  void valuesBecomeText() {
    assertThat(
            new ResultDetails()
                .add("count", 2)
                .add("took", Optional.of(Duration.ofSeconds(3)))
                .add("mode", Mode.FAST)
                .add("next", Optional.of(Mode.FAST))
                .succeeded())
        .isEqualTo(
            JobResult.succeeded(
                Map.of("count", "2", "took", "PT3S", "mode", "FAST", "next", "FAST")));
  }

  @Test
  void whatIsAbsentIsLeftOut() {
    assertThat(new ResultDetails().add("a", null).add("b", Optional.empty()).succeeded())
        .isEqualTo(JobResult.succeeded());
  }

  @Test
  @SuppressWarnings("NullAway") // authors' maps may hold anything
  void nullIsLeftOutOfAMap() {
    Map<String, String> map = new HashMap<>();
    map.put("a", "1");
    map.put("b", null);
    map.put(null, "2");

    assertThat(ResultDetails.of(map)).isEqualTo(JobResult.succeeded(Map.of("a", "1")));
  }

  @Test
  void nullSaysNothing() {
    assertThatThrownBy(() -> ResultDetails.of(null))
        .isInstanceOfSatisfying(
            JobFailedException.class,
            failed ->
                assertThat(failed.toResult())
                    .isEqualTo(JobResult.failed("HANDLER_ERROR", "the handler returned null")));
    assertThat(ResultDetails.required("a")).isEqualTo("a");
  }
}

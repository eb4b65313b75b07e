package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "10m, PT10M",
    "10 minutes, PT10M",
    "10min, PT10M",
    "PT10Min, PT10M",
    "P10M, PT10M",
    "1 Minute, PT1M",
    "30s, PT30S",
    "30 secs, PT30S",
    "1sec, PT1S",
    "1 second, PT1S",
    "2h, PT2H",
    "2 hrs, PT2H",
    "PT1D, P1D",
    "3 days, P3D",
    "'1 day, 2 hours', P1DT2H",
    "1h30m, PT1H30M",
    "P1D2H, P1DT2H",
  })
  void meaning(String text, String iso) {
    assertThat(DurationText.meant(text)).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "P", "PT", "10", "P1Y", "10:00", "m", "30s 1h", "soon", "10m!"})
  void nothing(String text) {
    assertThat(DurationText.meant(text)).isEmpty();
  }

  @Test
  void moreThanADurationHolds() {
    assertThat(DurationText.meant("99999999999999999999 days")).isEqualTo(Optional.empty());
  }

  @Test
  void whatIsInForm() {
    assertThat(DurationText.parse("PT1.5S")).isEqualTo(Duration.ofMillis(1500));
    assertThat(DurationText.parse("1.5s")).isNull();
  }
}

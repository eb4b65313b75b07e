package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "update, update, 0",
    "'', abc, 3",
    "abc, '', 3",
    "update, updat, 1",
    "update, updates, 1",
    "update, opdate, 1",
    "update, pudate, 2",
    "kitten, sitting, 3",
  })
  void edits(String from, String to, int edits) {
    assertThat(DidYouMean.edits(from, to)).isEqualTo(edits);
  }

  @ParameterizedTest
  @CsvSource({
    "rest, reset",
    "upadte, update",
    "updateX, update",
    "restart,",
    "a,",
    "x,",
  })
  void nearest(String text, String meant) {
    assertThat(DidYouMean.nearest(text, List.of("b", "reset", "update")))
        .isEqualTo(Optional.ofNullable(meant));
  }

  @Test
  void theNearerOfTwo() {
    assertThat(DidYouMean.nearest("update", List.of("updabb", "updata"))).contains("updata");
  }

  @ParameterizedTest
  @CsvSource({
    "firmware update, firmware_update",
    "'  firmware  update ', firmware_update",
    "/firmware/update/, firmware_update",
    "don't, don_t",
    "größe, gro_e",
    "ümlaut, umlaut",
    "'  ',",
    "'',",
  })
  void operation(String text, String meant) {
    assertThat(DidYouMean.operation(text)).isEqualTo(Optional.ofNullable(meant));
  }

  @Test
  void operationThatIsTooLong() {
    assertThat(DidYouMean.operation("o".repeat(129))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "disk full, DISK_FULL",
    "disk-full, DISK_FULL",
    "diskFull, DISK_FULL",
    "Disk2Full, DISK2_FULL",
    "NO-DISK!, NO_DISK",
    "'-',",
  })
  void reasonCode(String text, String meant) {
    assertThat(DidYouMean.reasonCode(text)).isEqualTo(Optional.ofNullable(meant));
  }
}

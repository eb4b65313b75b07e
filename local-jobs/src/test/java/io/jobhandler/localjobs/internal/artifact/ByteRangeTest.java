package io.jobhandler.localjobs.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  private static final String HUGE = "99999999999999999999";

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-, 0, 10",
    "bytes=9-9, 9, 1",
    "bytes=3-" + HUGE + ", 3, 7",
    "bytes=-1, 9, 1",
    "bytes=-" + HUGE + ", 0, 10",
    "' bytes=1-2 ', 1, 2"
  })
  void readsOneRange(String header, long first, long length) {
    assertThat(ByteRange.parse(header, 10)).isEqualTo(new ByteRange(first, length, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=4-3",
        "bytes=40-30",
        "lines=1-2",
        "bytes=0-1,3-4",
        "bytes=0-1 ,",
        "bytes=+1-2"
      })
  void whatIsNoSingleRangeIsEverything(String header) {
    assertThat(ByteRange.parse(header, 10)).isEqualTo(ByteRange.whole(10));
    assertThat(ByteRange.parse(null, 10)).isEqualTo(new ByteRange(0, 10, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-10", "bytes=10-", "bytes=-0", "bytes=" + HUGE + "-" + HUGE})
  void refusesWhatIsNotThere(String header) {
    assertThatThrownBy(() -> ByteRange.parse(header, 10))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.error()).isEqualTo(S3Error.INVALID_RANGE));
  }

  @Test
  void nothingOfNothingIsThere() {
    assertThatThrownBy(() -> ByteRange.parse("bytes=0-", 0)).isInstanceOf(S3Exception.class);
    assertThatThrownBy(() -> ByteRange.parse("bytes=-1", 0)).isInstanceOf(S3Exception.class);
    assertThat(ByteRange.parse("bytes=2-4", 10).contentRange(10)).isEqualTo("bytes 2-4/10");
  }
}

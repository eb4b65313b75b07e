package io.jobhandler.localjobs.internal.protocol;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.localjobs.LocalJobsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobDocumentTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "1", "\"{}\"", "{", "{}{}", "{\"a\":}", "{\"a\":NaN}", "\ufeff{}"})
  void refusesWhatIsNoJsonObject(String document) {
    assertThatThrownBy(() -> JobDocument.check(document))
        .isInstanceOf(LocalJobsException.class)
        .hasMessageStartingWith("InvalidRequestException: the job document ");
  }

  @Test
  void measuresInUtf8() {
    String padded = "{\"a\":\"" + "\u00e9".repeat((32_768 - 8) / 2) + "\"}";
    assertThatCode(() -> JobDocument.check(padded)).doesNotThrowAnyException();
    assertThatThrownBy(() -> JobDocument.check(padded + " "))
        .hasMessageContaining("has 32769 bytes; at most 32768 are allowed");
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatThrownBy(() -> JobDocument.check("{\"a\":\"\ud83d\"}"))
        .hasMessageContaining("surrogate");
  }

  @Test
  void takesDeepAndLongDocuments() {
    String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
    String number = "{\"a\":" + "9".repeat(20_000) + "}";
    assertThatCode(() -> JobDocument.check(deep)).doesNotThrowAnyException();
    assertThatCode(() -> JobDocument.check(number)).doesNotThrowAnyException();
  }
}

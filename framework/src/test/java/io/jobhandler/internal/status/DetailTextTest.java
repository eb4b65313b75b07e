package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailTextTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n", "\t\r\n", "\u0000", "\ud800", "\u200b"})
  void putsADashWhereNothingIsLeft(@Nullable String text) {
    assertThat(DetailText.value(text)).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\r\nb",
        "a\u0000b",
        "a\u0085b",
        "a\u200eb",
        "a\ue000b",
        "a\ud83db",
        "a\ude00b",
        " a\nb\n",
      })
  @DisplayName("Edge case 14: a reason that statusDetails cannot hold")
  void putsABlankInPlaceOfWhatTheServiceRefuses(String text) {
    assertThat(DetailText.value(text)).isEqualTo("a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a  b", "grün 漢字 \ud83d\ude00", "50 % {\"a\":1}"})
  void leavesCleanTextAlone(String text) {
    assertThat(DetailText.value(text)).isEqualTo(text);
  }

  @Test
  void cutsAfter1024Characters() {
    assertThat(DetailText.value("a".repeat(1024))).hasSize(1024);
    assertThat(DetailText.value("a".repeat(1025))).hasSize(1024);
    assertThat(DetailText.value("a".repeat(1_000_000))).hasSize(1024);
  }

  @Test
  void splitsNoSurrogatePair() {
    String smile = "\ud83d\ude00";

    assertThat(DetailText.value("a".repeat(1023) + smile)).isEqualTo("a".repeat(1023));
    assertThat(DetailText.value("a".repeat(1022) + smile)).isEqualTo("a".repeat(1022) + smile);
    assertThat(DetailText.value("a" + smile.repeat(5000))).isEqualTo("a" + smile.repeat(511));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET https://h/p?X-Amz-Signature=s failed | GET https://h/p?... failed",
        "http://h?a=b | http://h?...",
        "HTTPS://H/p?X-Amz-Signature=s | HTTPS://H/p?...",
        "<a href=\"https://h/p?s=1\">x</a> | <a href=\"https://h/p?...\">x</a>",
        "https://a/?x=1 and https://b/?y=2 | https://a/?... and https://b/?...",
        "https://h/p and why? | https://h/p and why?",
        "https://h/p#f?a=b | https://h/p#f?a=b",
        "what? http://h/p | what? http://h/p",
      })
  void removesQueriesOfUrls(String text, String clean) {
    assertThat(DetailText.value(text)).isEqualTo(clean);
    assertThat(DetailText.withoutQueries(text)).isEqualTo(clean);
  }

  @Test
  void removesAQueryThatIsCutInTheMiddle() {
    String url = "https://bucket/image?X-Amz-Credential=canary&X-Amz-Signature=" + "c".repeat(9000);

    assertThat(DetailText.value("a".repeat(990) + " " + url))
        .isEqualTo("a".repeat(990) + " https://bucket/image?...");
    assertThat(DetailText.value("a".repeat(8150) + " " + url)).doesNotContain("canary");
    assertThat(DetailText.value(" ".repeat(8130) + url)).isEqualTo("https://bucket/image?...");
  }

  @ParameterizedTest
  @CsvSource({
    "version, version",
    "a:b_c-D9, a:b_c-D9",
    "with blank, with_blank",
    "a.b/c, a_b_c",
    "'', _",
    "ü, _",
  })
  void makesKeysFit(String text, String key) {
    assertThat(DetailText.key(text)).isEqualTo(key);
  }

  @Test
  void cutsKeysAfter128Characters() {
    assertThat(DetailText.key("k".repeat(129))).isEqualTo("k".repeat(128));
  }
}

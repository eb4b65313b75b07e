package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.payload.PresignedUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
  private static final UrlRules LENIENT = new UrlRules(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bucket.s3.amazonaws.com/image",
        "HTTPS://10.0.0.1/image",
        "http://localhost:8080/image",
        "HTTP://LocalHost/image",
        "http://127.0.0.1/image",
        "http://127.255.255.255:1/image",
        "http://[::1]:8080/image",
      })
  void allowTlsAndTheDeviceItself(String url) {
    assertThat(UrlRules.strict().allow(PresignedUrl.of(url))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bucket.s3.amazonaws.com/image",
        "http://localhost.example/image",
        "http://xlocalhost/image",
        "http://127.0.0.1.example/image",
        "http://128.0.0.1/image",
        "http://0.0.0.0/image",
        "http://10.0.0.1/image",
        "http://2130706433/image",
        "http://[::]/image",
        "http://[::2]/image",
        "http://[::ffff:127.0.0.1]/image",
      })
  void allowNothingElseUnlessToldTo(String url) {
    assertThat(UrlRules.strict().allow(PresignedUrl.of(url))).isFalse();
    assertThat(LENIENT.allow(PresignedUrl.of(url))).isTrue();
  }
}

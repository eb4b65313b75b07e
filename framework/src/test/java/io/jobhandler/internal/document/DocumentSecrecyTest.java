package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a document ends in the cloud and in logs: its values must not. */
class DocumentSecrecyTest {
  private static final String CANARY =
      "https://bucket.s3.amazonaws.com/image?X-Amz-Signature=canary&X-Amz-Credential=canary";

  record Image(String url, long size) {}

  enum Mode {
    FAST
  }

  record Update(long number, Image image, Mode mode) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"number\":CANARY",
        "\"number\":\"CANARY\"",
        "\"number\":1,\"image\":\"CANARY\"",
        "\"number\":1,\"image\":[\"CANARY\"]",
        "\"number\":1,\"mode\":\"CANARY\"",
        "\"number\":1,\"extra\":\"CANARY\"",
        "\"number\":1,\"image\":{\"url\":\"CANARY\"}",
        "\"number\":1,\"image\":{\"url\":\"CANARY\",\"size\":\"CANARY\"}",
        "\"number\":1,\"image\":{\"url\":\"CANARY\",\"size\":null}",
        "\"number\":1,\"image\":{\"url\":\"CANARY\",\"url\":\"CANARY\"}",
        "\"number\":1,\"image\":{\"url\":\"CANARY\\q\"}",
        "\"number\":1,\"image\":{\"url\":\"CANARY",
        "\"number\":1,\"image\":'CANARY'",
        "\"number\":1 \"CANARY\"",
      })
  void repeatsNoValue(String properties) {
    String json = "{\"operation\":\"x\"," + properties.replace("CANARY", CANARY) + "}";

    assertThat(Decoding.reason(Update.class, json)).doesNotContain("canary").doesNotContain("Amz");
  }
}

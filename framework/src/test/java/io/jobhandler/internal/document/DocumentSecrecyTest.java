package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.spi.HandlerMethod;
import org.junit.jupiter.api.Test;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"CANARY\":1",
        "\"number\":1,\"CANARY\":1,\"CANARY\":1",
        "\"image\":{\"CANARY\":1,\"CANARY\":1}",
        "\"number\":1,\"mode\":\"FAST\",\"image\":{\"url\":\"u\",\"size\":1,\"CANARY\":[]}",
      })
  void repeatsNoQueryOutOfAName(String properties) {
    String json = "{\"operation\":\"x\"," + properties.replace("CANARY", CANARY) + "}";

    assertThat(Decoding.reason(Update.class, json)).doesNotContain("canary");
    assertThat(Decoding.reason(Update.class, json.replaceAll("https[^?]*[?]", "")))
        .doesNotContain("canary");
  }

  @Test
  void repeatsNoQueryOutOfAnOperation() {
    String json = "{\"operation\":\"" + CANARY + "\"}";

    assertThat(Decoding.refusal(null, json).reason())
        .isEqualTo(
            "no handler for operation 'https://bucket.s3.amazonaws.com/image?...';"
                + " known: other, x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\":\"CANARY\"",
        "\"CANARY\":{}",
        "\"image\":\"CANARY\"",
        "\"image\":[\"CANARY\"]",
        "\"image\":{\"url\":[\"CANARY\"]}",
        "\"image\":{\"url\":\" CANARY\"}",
        "\"image\":{\"url\":\"https://a:b@c/CANARY\"}",
        "\"image\":{\"url\":\"CANARY\",\"CANARY\":1}",
        "\"image\":{\"url\":\"CANARY\",\"codesign\":\"CANARY\"}",
        "\"image\":{\"url\":\"CANARY\",\"codesign\":{\"rawPayloadSize\":\"CANARY\"}}",
        "\"image\":{\"url\":\"CANARY\",\"codesign\":"
            + "{\"rawPayloadSize\":1,\"signature\":[\"CANARY\"]}}",
        "\"image\":{\"url\":\"CANARY\"},\"files\":\"CANARY\"",
        "\"image\":{\"url\":\"CANARY\"},\"files\":{\"CANARY\":\"CANARY\"}",
        "\"image\":{\"url\":\"CANARY\"},\"files\":{\"CANARY\":{\"url\":\"?CANARY\"}}",
        "\"image\":{\"url\":\"CANARY\"},\"files\":{\"CANARY\":{\"url\":\"CANARY\",\"CANARY\":1}}",
        "\"image\":{\"url\":\"CANARY\"},\"files\":[{\"url\":\"CANARY\"}],\"mode\":\"CANARY\"",
      })
  void repeatsNothingOfPayloads(String properties) {
    HandlerMethod method =
        Payloads.method(
            Update.class,
            Payloads.NESTED,
            Payloads.several("files", "/files/*/url", "/files/*/codesign"));
    String json = "{\"operation\":\"x\"," + properties.replace("CANARY", CANARY) + "}";

    assertThat(Decoding.reasonFor(method, json)).doesNotContain("canary");
  }
}

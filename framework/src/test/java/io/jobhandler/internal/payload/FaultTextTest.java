package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PayloadSourceException.Kind;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {
  private static final PresignedUrl URL =
      PresignedUrl.of(
          "https://bucket.example/image?X-Amz-SignedHeaders=host"
              + "&X-Amz-Credential=canaryCredential%2Fus-east-1&X-Amz-Signature=canarySignature");

  private static String text(Throwable failure) {
    return FaultText.of(failure, URL);
  }

  @Test
  void tellsTheFailureAndItsCauses() {
    IOException failure = new IOException("no route to host", new IllegalStateException("down"));

    assertThat(text(failure))
        .isEqualTo("IOException: no route to host; IllegalStateException: down");
    assertThat(text(new IOException())).isEqualTo("IOException");
    assertThat(text(new CompletionException(new IOException("down"))))
        .isEqualTo("IOException: down");
    assertThat(text(new PayloadSourceException(Kind.PERMANENT, "the server answered 404")))
        .isEqualTo("the server answered 404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid URI https://bucket.example/image?X-Amz-Signature=canarySignature",
        "canarySignature",
        "<canarySignature>",
        "canaryCredential%2Fus-east-1",
        "canaryCredential/us-east-1",
      })
  void repeatsNothingOfTheQuery(String message) {
    assertThat(text(new IOException(message))).isEqualTo("IOException");
    assertThat(text(new IOException("down", new IOException(message))))
        .isEqualTo("IOException: down; IOException");
    assertThat(text(new PayloadSourceException(Kind.PERMANENT, message)))
        .isEqualTo("PayloadSourceException");
  }

  @Test
  void needsNoQuery() {
    PresignedUrl plain = PresignedUrl.of("https://bucket.example/image");

    assertThat(FaultText.of(new IOException("down"), plain)).isEqualTo("IOException: down");
  }

  @Test
  void fitsOnALine() {
    assertThat(text(new IOException("a\r\nb\u001b[31m"))).isEqualTo("IOException: a b [31m");
    assertThat(text(new IOException("x".repeat(1000)))).hasSize(200);
  }

  @Test
  void endsWhereCausesDoNot() {
    IOException deep = new IOException("0");
    for (int i = 1; i < 100; i++) {
      deep = new IOException(String.valueOf(i), deep);
    }

    assertThat(text(deep))
        .isEqualTo("IOException: 99; IOException: 98; IOException: 97; IOException: 96");
  }
}

package io.jobhandler.localjobs.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The example of the Amazon S3 API reference, "Authenticating Requests: Using Query Parameters",
 * whose keys are of no account.
 */
class SigV4Test {
  private static final String QUERY =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%%2F20130524%s"
          + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
          + "&X-Amz-Signature=whatever";
  private final SigV4 sigV4 = new SigV4("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

  private static SignedRequest request(String scope) {
    Query query = Query.parse(QUERY.formatted(scope));
    return new SignedRequest("GET", "examplebucket.s3.amazonaws.com", "/test.txt", query);
  }

  @Test
  void signsAsAwsDoes() {
    assertThat(sigV4.sign(request("%2Fus-east-1%2Fs3%2Faws4_request")))
        .isEqualTo("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%2Fus-east-1%2Fs3",
        "%2Fus-east-1%2Fiot%2Faws4_request",
        "%2Fus-east-1%2Fs3%2Faws4_request%2Fmore",
        "%2Fus-east-1%2Fs3%2Faws4_request%0A"
      })
  void signsForNothingButS3(String scope) {
    assertThat(sigV4.sign(request(scope))).isNull();
  }

  @Test
  void textFormsHoldNoSecret() {
    String text = request("%2Fus-east-1%2Fs3%2Faws4_request").toString();
    assertThat(text).contains("X-Amz-Signature").doesNotContain("whatever", "AKIA");
  }
}

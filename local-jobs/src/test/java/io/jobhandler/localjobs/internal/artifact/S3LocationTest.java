package io.jobhandler.localjobs.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "https://s3.eu-west-1.amazonaws.com/images/a/b.bin, eu-west-1, images, a/b.bin, none",
        "https://s3-eu-west-1.amazonaws.com/images/a, eu-west-1, images, a, none",
        "https://s3.amazonaws.com/images/a, us-east-1, images, a, none",
        "https://images.s3.eu-west-1.amazonaws.com/a/b, eu-west-1, images, a/b, none",
        "https://my.images.s3.amazonaws.com/a, us-east-1, my.images, a, none",
        "https://s3.eu-west-1.amazonaws.com/images/a?versionId=v1, eu-west-1, images, a, v1",
        "https://s3.amazonaws.com/images/a b%20?c, us-east-1, images, a b%20?c, none"
      })
  void readsTheFormsOfS3(String url, String region, String bucket, String key, String versionId) {
    assertThat(S3Location.parse(url))
        .isEqualTo(new S3Location(region, new ArtifactKey(bucket, key), versionId));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://s3.amazonaws.com/images/a",
        "https://example.com/images/a",
        "https://s3.amazonaws.com.example.com/images/a",
        "https://s3.amazonaws.com/",
        "https://s3.amazonaws.com/images",
        "https://s3.amazonaws.com/images/",
        "https://s3.amazonaws.com/Images/a",
        "s3://images/a"
      })
  void refusesOthersByName(String url) {
    assertThatThrownBy(() -> S3Location.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + url + "'");
  }
}

package io.jobhandler.localjobs.internal.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactKeyTest {
  @ParameterizedTest
  @CsvSource({
    "/images/a, a",
    "/images/a/b/c.bin, a/b/c.bin",
    "/images//, /",
    "/images/a%20b%2Fc+d, a b/c+d",
    "/images/%C3%A4, \u00e4"
  })
  void readsPaths(String path, String key) {
    assertThat(ArtifactKey.ofPath(path)).isEqualTo(new ArtifactKey("images", key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "images/a", "/", "/images", "/images/", "/images/%2", "/images/%zz"})
  void refusesPaths(String path) {
    assertThatThrownBy(() -> ArtifactKey.ofPath(path))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.error()).isEqualTo(S3Error.INVALID_URI));
  }

  @Test
  void encodesAsSignaturesNeedIt() {
    assertThat(PercentEncoding.encodePath("/b/A z+*~-._\u00e4/%"))
        .isEqualTo("/b/A%20z%2B%2A~-._%C3%A4/%25");
  }
}

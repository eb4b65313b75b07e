package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.fixture.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {
  private static final SigningKey KEY = SigningKey.p256();

  @TempDir Path folder;

  @Test
  void findsAnAnchorByItsAlias() throws IOException {
    Path vendor = Files.writeString(folder.resolve("vendor.pem"), KEY.publicPem());
    Path site = Files.writeString(folder.resolve("site.pem"), SigningKey.p256().publicPem());

    TrustAnchors anchors = TrustAnchors.ofPem(Map.of("vendor", vendor, "site", site));

    assertThat(anchors.find("vendor")).extracting("alias").isEqualTo("vendor");
    assertThat(anchors.find("site")).extracting("alias").isEqualTo("site");
    assertThat(anchors.find("Vendor")).isNull();
    assertThat(anchors.find("")).isNull();
  }

  @Test
  void failsAtOnceWhereAFileIsUnfit() throws IOException {
    Path file = Files.writeString(folder.resolve("vendor.pem"), "no key");

    assertThatThrownBy(() -> TrustAnchors.ofPem(Map.of("vendor", file)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsOneAnchorForAnAlias() {
    assertThatThrownBy(() -> TrustAnchors.of(List.of(KEY.anchor("a"), KEY.anchor("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two trust anchors are called 'a', expected one");
  }

  @Test
  void mayTrustNobody() {
    assertThat(TrustAnchors.none().find(TrustAnchors.DEFAULT_ALIAS)).isNull();
  }
}

package io.jobhandler.internal.payload;

import io.jobhandler.internal.fixture.SigningKey;
import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.payload.TrustAnchors;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.spi.PayloadParameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What documents point to. */
final class References {
  static final SigningKey KEY = SigningKey.p256();
  static final TrustAnchors ANCHORS =
      TrustAnchors.of(List.of(KEY.anchor("default"), SigningKey.p256().anchor("vendor")));
  static final PresignedUrl URL =
      PresignedUrl.of("https://bucket.example/image?" + ScriptedHttpServer.QUERY);

  private References() {}

  /** The payload of the parameter that takes one. */
  static VerifiedPayload image(FetchedPayloads fetched) {
    return Objects.requireNonNull(several(fetched, "image").get(""));
  }

  static Map<String, VerifiedPayload> several(FetchedPayloads fetched, String parameter) {
    return Objects.requireNonNull(fetched.byParameter().get(parameter));
  }

  static PayloadParameter parameter(String name, String anchor, boolean several) {
    return several
        ? new PayloadParameter(name, "/files/*/url", "/files/*/codesign", anchor, true)
        : new PayloadParameter(name, "/url", "/codesign", anchor, false);
  }

  static PayloadReference one(PresignedUrl url, @Nullable CodeSignature signature) {
    return new PayloadReference(parameter("image", "", false), "", url, signature);
  }

  static PayloadReference oneOfSeveral(String key, PresignedUrl url, byte[] content) {
    return new PayloadReference(parameter("images", "", true), key, url, KEY.sign(content));
  }

  /** What the checks make of references that are in order. */
  static List<PreparedPayload> prepared(PayloadReference... references) {
    try {
      return new PayloadChecks(ANCHORS, UrlRules.strict(), Long.MAX_VALUE)
          .prepare(List.of(references));
    } catch (PayloadRefusedException e) {
      throw new AssertionError(e);
    }
  }

  static List<PreparedPayload> prepared(PresignedUrl url, byte[] content) {
    return prepared(one(url, KEY.sign(content)));
  }
}

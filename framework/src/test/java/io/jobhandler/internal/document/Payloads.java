package io.jobhandler.internal.document;

import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.PayloadParameter;
import org.jspecify.annotations.Nullable;

/** Documents with payloads, and handlers that take them. */
final class Payloads {
  static final String URL = "https://bucket.s3.amazonaws.com/image?X-Amz-Signature=canary";

  static final String CODESIGN =
      """
      {"rawPayloadSize": 1024, "signature": "c2ln", "signatureAlgorithm": "SHA256withECDSA",
       "payloadLocation": {"s3": {"bucketName": "b", "key": "k", "version": "v"}}}""";

  /** As in the guide of AWS. */
  static final PayloadParameter FLAT = parameter("image", "/presign", "/codesign");

  static final PayloadParameter NESTED = parameter("image", "/image/url", "/image/codesign");

  private Payloads() {}

  static PayloadParameter parameter(String name, String url, String codesign) {
    return new PayloadParameter(name, url, codesign, "", false);
  }

  static PayloadParameter several(String name, String url, String codesign) {
    return new PayloadParameter(name, url, codesign, "", true);
  }

  /** A handler of the operation {@code x}. */
  static HandlerMethod method(@Nullable Class<?> documentType, PayloadParameter... payloads) {
    HandlerMethod method = Handlers.method("x", documentType);
    for (PayloadParameter payload : payloads) {
      method = method.withPayload(payload);
    }
    return method;
  }

  /** A document of the operation {@code x}, in which URL and CODESIGN stand for sound ones. */
  static String json(String members) {
    return "{\"operation\":\"x\"%s%s}"
        .formatted(
            members.isEmpty() ? "" : ",",
            members.replace("CODESIGN", CODESIGN).replace("URL", '"' + URL + '"'));
  }
}

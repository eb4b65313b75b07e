package io.jobhandler.localjobs.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jobhandler.localjobs.CodeSignature;
import java.io.IOException;

/** Writes a code signature as AWS Signer does for IoT jobs, in its form JSONDetached. */
public final class CodeSignatureJson {
  private CodeSignatureJson() {}

  /** One JSON object, without line breaks. */
  public static String write(CodeSignature signature) {
    byte[] json =
        PayloadWriter.object(
            writer -> {
              writer.number("rawPayloadSize", signature.rawPayloadSize());
              writer.text("signature", signature.signature());
              writer.text("signatureAlgorithm", signature.signatureAlgorithm());
              writer.object(
                  "payloadLocation", at -> at.object("s3", s3 -> location(s3, signature)));
            });
    return new String(json, UTF_8);
  }

  private static void location(PayloadWriter s3, CodeSignature signature) throws IOException {
    s3.text("bucketName", signature.bucketName());
    s3.text("key", signature.key());
    s3.text("version", signature.version());
  }
}

package io.jobhandler.localjobs.internal.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AWS Signature Version 4 of presigned S3 requests, see "Authenticating Requests: Using Query
 * Parameters" in the Amazon S3 API reference. Thread-safe.
 */
final class SigV4 {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  static final String CREDENTIAL = "X-Amz-Credential";
  static final String DATE = "X-Amz-Date";
  static final String SIGNATURE = "X-Amz-Signature";

  /** Access key, day, region, service: nothing else is signed or verified. */
  private static final Pattern CREDENTIAL_FORM =
      Pattern.compile("[^/]+/(?<scope>\\d{8}/[a-z0-9-]+/s3/aws4_request)");

  private final String secretKey;

  SigV4(String secretKey) {
    this.secretKey = secretKey;
  }

  /** The signature in lower-case hex; null if the request has no date, or no credential for S3. */
  @Nullable String sign(SignedRequest request) {
    String credential = request.query().value(CREDENTIAL);
    String date = request.query().value(DATE);
    if (credential == null || date == null) {
      return null;
    }
    var form = CREDENTIAL_FORM.matcher(credential);
    return form.matches() ? sign(form.group("scope"), date, request) : null;
  }

  private String sign(String scope, String date, SignedRequest request) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8(request.canonical()));
      String text = String.join("\n", ALGORITHM, date, scope, HexFormat.of().formatHex(digest));
      byte[] key = utf8("AWS4" + secretKey);
      for (String part : scope.split("/", -1)) {
        key = hmac(key, part);
      }
      return HexFormat.of().formatHex(hmac(key, text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}

package io.jobhandler.localjobs;

import io.jobhandler.localjobs.internal.protocol.CodeSignatureJson;

/**
 * The signature of an artifact, as AWS Signer gives it for IoT jobs. Immutable.
 *
 * @param rawPayloadSize the number of bytes of the artifact
 * @param signature the signature in base64, of the DER form for ECDSA
 * @param signatureAlgorithm the JCA's name, {@code SHA256withECDSA}
 * @param bucketName the artifact's bucket
 * @param key the artifact's key
 * @param version the artifact's versionId
 */
public record CodeSignature(
    long rawPayloadSize,
    String signature,
    String signatureAlgorithm,
    String bucketName,
    String key,
    String version) {

  /**
   * {@return the JSON object, in one line, that a job document has under {@code codesign}; AWS
   * Signer's form JSONDetached}
   */
  public String toJson() {
    return CodeSignatureJson.write(this);
  }
}

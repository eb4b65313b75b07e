package io.jobhandler.payload;

/**
 * What a document says of a payload's signature: the detached form of AWS Signer. Nothing of it is
 * trusted, and nothing of it chooses the key.
 *
 * @param rawPayloadSize the payload's size in bytes
 * @param signature the signature, base64 (RFC 4648 section 4) of its DER form
 * @param signatureAlgorithm the algorithm's JCA name, for instance {@code SHA256withECDSA}
 * @see <a href="https://docs.aws.amazon.com/signer/latest/developerguide/">AWS Signer</a>
 */
public record CodeSignature(long rawPayloadSize, String signature, String signatureAlgorithm) {}

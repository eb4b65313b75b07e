package io.jobhandler.testing;

import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PayloadVerification;
import io.jobhandler.payload.TrustAnchor;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.payload.VerifyingSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * Signs payloads with a key of its own, as AWS Signer does, so that tests of handlers get payloads
 * that were really verified: there is no other way to make one. Safe for use by several threads.
 */
public final class TestSigner {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final int LINE = 64;

  private final KeyPair keys;

  private TestSigner(KeyPair keys) {
    this.keys = keys;
  }

  /**
   * Makes a signer with a new P-256 key, which nobody keeps.
   *
   * @return a signer
   */
  public static TestSigner create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new TestSigner(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no P-256", e);
    }
  }

  /**
   * What an agent must trust to take what this signs.
   *
   * @param alias what handlers call it, not blank
   * @return the public key
   */
  public TrustAnchor anchor(String alias) {
    String key =
        Base64.getMimeEncoder(LINE, new byte[] {'\n'})
            .encodeToString(keys.getPublic().getEncoded());
    return TrustAnchor.ofPem(
        alias, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
  }

  /**
   * Signs a payload.
   *
   * @param content its bytes
   * @return what a job's document says of it
   */
  public CodeSignature sign(byte[] content) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(keys.getPrivate());
      signer.update(content);
      return new CodeSignature(
          content.length, Base64.getEncoder().encodeToString(signer.sign()), ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the payload was not signed", e);
    }
  }

  /**
   * Signs a payload and has it verified, as the agent does before it calls a handler.
   *
   * @param name what the payload is called
   * @param content its bytes
   * @return the payload, kept in memory, with the anchor {@code test}
   */
  public VerifiedPayload verified(String name, byte[] content) {
    try (VerifyingSink sink =
        PayloadVerification.of(name, sign(content), anchor("test"), content.length)
            .into(new MemoryPayload())) {
      sink.write(content, 0, content.length);
      return sink.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PayloadRefusedException e) {
      throw new IllegalStateException("a signature of its own was refused", e);
    }
  }
}

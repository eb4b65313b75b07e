package io.jobhandler.localjobs.internal.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of its own, with P-256 keys. Certificates are given and taken as DER. */
final class CertificateAuthority {
  private static final X500Name NAME = new X500Name("CN=local-jobs CA");
  private static final Duration LIFETIME = Duration.ofDays(3650);

  /** Tolerates a device whose clock is slow. */
  private static final Duration BACKDATED = Duration.ofDays(1);

  private final KeyPair keyPair;
  private final byte[] certificate;

  private CertificateAuthority(KeyPair keyPair)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    this.keyPair = keyPair;
    X509v3CertificateBuilder builder = builder(NAME, NAME, keyPair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    certificate = sign(builder, keyPair);
  }

  static CertificateAuthority create()
      throws GeneralSecurityException, OperatorCreationException, IOException {
    return new CertificateAuthority(newKeyPair());
  }

  static KeyPair newKeyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  KeyPair keyPair() {
    return keyPair;
  }

  byte[] certificate() {
    return certificate.clone();
  }

  byte[] issueServer(PublicKey key)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X509v3CertificateBuilder builder = leaf("localhost", key, KeyPurposeId.id_kp_serverAuth);
    GeneralName[] names = {
      new GeneralName(GeneralName.dNSName, "localhost"),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
      new GeneralName(GeneralName.iPAddress, "::1")
    };
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    return sign(builder, keyPair);
  }

  byte[] issueDevice(PublicKey key)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    return sign(leaf("local-jobs device", key, KeyPurposeId.id_kp_clientAuth), keyPair);
  }

  /** A certificate outside of every authority, which a device trusts by itself. */
  static byte[] selfSignedCodeSigner(KeyPair keyPair)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    X500Name name = new X500Name("CN=local-jobs code signer");
    X509v3CertificateBuilder builder = builder(name, name, keyPair.getPublic());
    addPurpose(builder, KeyPurposeId.id_kp_codeSigning);
    return sign(builder, keyPair);
  }

  private X509v3CertificateBuilder leaf(String commonName, PublicKey key, KeyPurposeId purpose)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder = builder(NAME, new X500Name("CN=" + commonName), key);
    addPurpose(builder, purpose);
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keyPair.getPublic()));
    return builder;
  }

  private static void addPurpose(X509v3CertificateBuilder builder, KeyPurposeId purpose)
      throws IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
  }

  private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key)
      throws GeneralSecurityException, IOException {
    Instant begin = Instant.now().minus(BACKDATED);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            issuer,
            new BigInteger(120, new SecureRandom()).add(BigInteger.ONE),
            Date.from(begin),
            Date.from(begin.plus(LIFETIME)),
            subject,
            key);
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    return builder;
  }

  private static byte[] sign(X509v3CertificateBuilder builder, KeyPair keyPair)
      throws OperatorCreationException, IOException {
    ContentSigner signer =
        new JcaContentSignerBuilder("SHA256withECDSA").build(keyPair.getPrivate());
    return builder.build(signer).getEncoded();
  }
}

package io.jobhandler.internal.payload;

import io.jobhandler.internal.fixture.SigningKey;
import java.math.BigInteger;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** What a TLS server shows of itself. */
final class TlsIdentity {
  private TlsIdentity() {}

  /** A key and the certificate that it has signed itself, under the alias "server". */
  static KeyStore of(String host, char[] password) {
    try {
      SigningKey key = SigningKey.p256();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      PrivateKey privateKey = key.keys().getPrivate();
      store.setKeyEntry("server", privateKey, password, new Certificate[] {certificate(key, host)});
      return store;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Certificate certificate(SigningKey key, String host) throws Exception {
    X500Name name = new X500Name("CN=" + host);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.now().minus(Duration.ofDays(1))),
            Date.from(Instant.now().plus(Duration.ofDays(1))),
            name,
            key.keys().getPublic());
    GeneralName alternative = new GeneralName(GeneralName.dNSName, host);
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternative));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(key.keys().getPrivate())));
  }
}

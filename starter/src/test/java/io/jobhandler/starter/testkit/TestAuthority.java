package io.jobhandler.starter.testkit;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority with an EC key. */
public final class TestAuthority {
  private static final Duration YEAR = Duration.ofDays(365);

  private final X500Name name;
  private final KeyPair keys = TestKeys.ec();
  private final X509Certificate certificate;

  public TestAuthority(String name) throws Exception {
    this.name = new X500Name("CN=" + name);
    this.certificate =
        sign(
            this.name, keys.getPublic(), Instant.now().minus(YEAR), Instant.now().plus(YEAR), true);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A certificate that is valid for a year, and as a server's for these hosts. */
  public X509Certificate issue(PublicKey key, String... hosts) throws Exception {
    Instant begin = Instant.now().minus(Duration.ofDays(1));
    return issue(key, begin, begin.plus(YEAR), hosts);
  }

  public X509Certificate issue(PublicKey key, Instant begin, Instant end, String... hosts)
      throws Exception {
    return sign(new X500Name("CN=issued by " + name), key, begin, end, false, hosts);
  }

  private X509Certificate sign(
      X500Name subject, PublicKey key, Instant begin, Instant end, boolean ca, String... hosts)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(120, new SecureRandom()).add(BigInteger.ONE),
            Date.from(begin),
            Date.from(end),
            subject,
            key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
    if (hosts.length > 0) {
      GeneralName[] names =
          Arrays.stream(hosts)
              .map(host -> new GeneralName(GeneralName.dNSName, host))
              .toArray(GeneralName[]::new);
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
  }
}

package io.jobhandler.localjobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSignerTest {
  private static final byte[] CONTENT = new byte[200_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  @TempDir Path directory;
  private LocalJobs jobs;

  @BeforeEach
  void start() {
    jobs = LocalJobs.builder().stateDirectory(directory).start();
  }

  @AfterEach
  void stop() {
    jobs.close();
  }

  private X509Certificate certificate() throws Exception {
    byte[] pem = jobs.signer().certificatePem().getBytes(UTF_8);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private boolean verifies(CodeSignature signature, byte[] content) throws Exception {
    Signature verifier = Signature.getInstance(signature.signatureAlgorithm());
    verifier.initVerify(certificate());
    verifier.update(content);
    return verifier.verify(Base64.getDecoder().decode(signature.signature()));
  }

  @Test
  void signsTheBytesOfTheVersion() throws Exception {
    ArtifactVersion artifact = jobs.artifacts().put("images", "a", CONTENT);
    jobs.artifacts().put("images", "a", new byte[1]);
    CodeSignature signature = jobs.signer().sign(artifact);
    assertThat(verifies(signature, CONTENT)).isTrue();
    assertThat(verifies(signature, new byte[1])).isFalse();
  }

  @Test
  void writesTheFormOfAwsSigner() {
    CodeSignature signature =
        new CodeSignature(5, "MEUC/w==", "SHA256withECDSA", "images", "a/\"b\".bin", "v1");
    assertThat(signature.toJson())
        .isEqualTo(
            "{\"rawPayloadSize\":5,\"signature\":\"MEUC/w==\","
                + "\"signatureAlgorithm\":\"SHA256withECDSA\",\"payloadLocation\":{\"s3\":"
                + "{\"bucketName\":\"images\",\"key\":\"a/\\\"b\\\".bin\",\"version\":\"v1\"}}}");
    ArtifactVersion artifact = jobs.artifacts().put("images", "a", CONTENT);
    assertThat(jobs.signer().sign(artifact))
        .extracting(CodeSignature::rawPayloadSize, CodeSignature::version)
        .containsExactly(200_000L, artifact.versionId());
  }

  @Test
  void certificateIsForCodeSigningOnly() throws Exception {
    X509Certificate certificate = certificate();
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.3");
    assertThat(certificate.getKeyUsage()).startsWith(true).containsOnlyOnce(true);
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength())
        .isEqualTo(256);
    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity();
  }

  @Test
  void keepsItsKey() throws Exception {
    assertThat(jobs.signer().certificate()).isEqualTo(directory.resolve("codesign.pem.crt"));
    Path key = directory.resolve("codesign.private.key");
    assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----");
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    CodeSignature signature = jobs.signer().sign(jobs.artifacts().put("images", "a", CONTENT));
    String certificate = jobs.signer().certificatePem();
    jobs.close();
    start();
    assertThat(jobs.signer().certificatePem()).isEqualTo(certificate);
    assertThat(verifies(signature, CONTENT)).isTrue();
  }

  @Test
  void stateDirectoriesFromBeforeGetTheirs() throws Exception {
    jobs.close();
    byte[] ca = Files.readAllBytes(jobs.caCertificate());
    Files.delete(directory.resolve("codesign.pem.crt"));
    Files.delete(directory.resolve("codesign.private.key"));
    start();
    assertThat(jobs.signer().certificate()).exists();
    assertThat(Files.readAllBytes(jobs.caCertificate())).isEqualTo(ca);
  }

  @Test
  void namesTheKeyThatIsMissingOrWrong() throws Exception {
    jobs.close();
    Path key = directory.resolve("codesign.private.key");
    for (String wrong :
        new String[] {"", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}) {
      Files.writeString(key, wrong);
      assertThatThrownBy(this::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(key + " must be a P-256 key in PKCS#8 PEM");
    }
    Files.delete(key);
    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("codesign.private.key is missing or not readable; delete ");
  }

  @Test
  void signsOnlyWhatIsThere() {
    ArtifactVersion unknown = new ArtifactVersion("images", "a", "v1", "", 0);
    assertThatThrownBy(() -> jobs.signer().sign(unknown))
        .isInstanceOf(LocalJobsException.class)
        .hasMessage("NoSuchVersion: The specified version does not exist.");
  }
}

package io.jobhandler.starter.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.starter.testkit.PemFiles;
import io.jobhandler.starter.testkit.TestAuthority;
import io.jobhandler.starter.testkit.TestKeys;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.crt.CrtRuntimeException;
import software.amazon.awssdk.crt.io.ClientTlsContext;
import software.amazon.awssdk.crt.io.TlsContextOptions;

/** What is taken here is what the SDK takes, and what is refused it refuses. */
class KeyFormsOfTheConnectionTest {
  @TempDir Path folder;

  @Test
  void takesWhatIsTaken() throws Exception {
    KeyPair ec = TestKeys.ec();
    KeyPair rsa = TestKeys.rsa();
    assertThatTaken(ec, "PRIVATE KEY", ec.getPrivate().getEncoded());
    assertThatTaken(ec, "EC PRIVATE KEY", TestKeys.sec1(ec.getPrivate()));
    assertThatTaken(rsa, "PRIVATE KEY", rsa.getPrivate().getEncoded());
    assertThatTaken(rsa, "RSA PRIVATE KEY", TestKeys.bare(rsa.getPrivate()));
  }

  @Test
  void refusesWhatIsRefused() throws Exception {
    KeyPair ec = TestKeys.ec();
    assertThatRefused(ec, "EC PRIVATE KEY", TestKeys.bare(ec.getPrivate()));
    assertThatRefused(ec, "PRIVATE KEY", TestKeys.ec().getPrivate().getEncoded());
  }

  private void assertThatTaken(KeyPair keys, String type, byte[] der) throws Exception {
    Path certificate = certificate(keys);
    Path key = PemFiles.write(folder.resolve("key.pem"), type, der);
    assertThatCode(() -> load(certificate, key)).as(type).doesNotThrowAnyException();
    assertThatCode(() -> PrivateKeys.read(key)).doesNotThrowAnyException();
  }

  private void assertThatRefused(KeyPair keys, String type, byte[] der) throws Exception {
    Path certificate = certificate(keys);
    Path key = PemFiles.write(folder.resolve("key.pem"), type, der);
    assertThatThrownBy(() -> load(certificate, key)).isInstanceOf(CrtRuntimeException.class);
  }

  private Path certificate(KeyPair keys) throws Exception {
    return PemFiles.write(
        folder.resolve("crt.pem"), new TestAuthority("authority").issue(keys.getPublic()));
  }

  private static void load(Path certificate, Path key) {
    try (TlsContextOptions options =
            TlsContextOptions.createWithMtlsFromPath(certificate.toString(), key.toString());
        ClientTlsContext context = new ClientTlsContext(options)) {
      assertThat(context.isNull()).isFalse();
    }
  }
}

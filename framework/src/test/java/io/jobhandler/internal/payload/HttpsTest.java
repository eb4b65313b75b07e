package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.testkit.ManualScheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  private final ManualScheduler time = new ManualScheduler();
  private final KeyStore identity = TlsIdentity.of("localhost", PASSWORD);
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server =
        HttpsServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", Answers.ETAG);
          exchange.sendResponseHeaders(200, HttpFixture.CONTENT.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(HttpFixture.CONTENT);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private PresignedUrl url(String host) {
    return PresignedUrl.of(
        "https://%s:%d/image?%s"
            .formatted(host, server.getAddress().getPort(), ScriptedHttpServer.QUERY));
  }

  private HttpPayloadSource source(@Nullable SSLContext tls) {
    return new HttpPayloadSource(
        new Loop(time, time::nanoTime), HttpFixture.IDLE, UrlRules.strict(), tls);
  }

  private SSLContext trusting(Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void takesAPayloadFromAServerThatIsTrusted() throws Exception {
    HttpPayloadSource source = source(trusting(identity.getCertificate("server")));

    assertThat(HttpFixture.read(source.open(url("localhost"), 0, null))).isEqualTo("0123456789");
  }

  @Test
  void takesNothingFromAnother() throws Exception {
    assertThatThrownBy(() -> source(null).open(url("localhost"), 0, null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SSLHandshakeException")
        .hasMessageContaining("PKIX path building failed")
        .hasMessageNotContaining("canary");
  }

  @Test
  void takesNothingFromATrustedServerOfAnotherName() throws Exception {
    HttpPayloadSource source = source(trusting(identity.getCertificate("server")));

    assertThatThrownBy(() -> source.open(url("127.0.0.1"), 0, null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("SSLHandshakeException");
  }

  @Test
  void goesThroughTheProxyOfTheJvm() throws Exception {
    ProxySelector before = ProxySelector.getDefault();
    try (ScriptedHttpServer proxy = new ScriptedHttpServer(Answers.status(407))) {
      InetSocketAddress address =
          InetSocketAddress.createUnresolved("127.0.0.1", proxy.url().toSecretUri().getPort());
      ProxySelector.setDefault(ProxySelector.of(address));

      assertThatThrownBy(() -> source(null).open(url("localhost"), 0, null))
          .isInstanceOf(IOException.class)
          .hasMessage("the proxy answered 407");

      String connect = proxy.requests().get(0).line();
      assertThat(connect).startsWith("CONNECT localhost:").doesNotContain("canary");
    } finally {
      ProxySelector.setDefault(before);
    }
  }
}

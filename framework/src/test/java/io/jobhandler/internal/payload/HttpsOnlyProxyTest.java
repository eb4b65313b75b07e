package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpsOnlyProxyTest {
  private static final Proxy PROXY =
      new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 3128));

  private final List<String> asked = new ArrayList<>();
  private final ProxySelector apps =
      new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
          asked.add(uri.toString());
          return List.of(PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
          asked.add(uri.toString());
        }
      };

  @Test
  void asksForHttpsWithoutTheQuery() {
    HttpsOnlyProxy proxy = new HttpsOnlyProxy(apps);
    URI url = URI.create("HTTPS://bucket.example:8443/image?X-Amz-Signature=canary");

    assertThat(proxy.select(url)).containsExactly(PROXY);
    proxy.connectFailed(url, PROXY.address(), new IOException("refused"));
    assertThat(asked)
        .containsExactly("HTTPS://bucket.example:8443/", "HTTPS://bucket.example:8443/");
  }

  @Test
  void lendsNoPlainHttpToAProxy() {
    assertThat(new HttpsOnlyProxy(apps).select(URI.create("http://localhost/image?a=b")))
        .containsExactly(Proxy.NO_PROXY);
    assertThat(asked).isEmpty();
  }

  @Test
  void needsNoSelector() {
    HttpsOnlyProxy proxy = new HttpsOnlyProxy(null);
    URI url = URI.create("https://bucket.example/image");

    assertThat(proxy.select(url)).containsExactly(Proxy.NO_PROXY);
    proxy.connectFailed(url, PROXY.address(), new IOException("refused"));
  }
}

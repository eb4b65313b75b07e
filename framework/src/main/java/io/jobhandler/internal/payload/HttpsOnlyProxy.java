package io.jobhandler.internal.payload;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps plain HTTP from proxies, which would read the query of a presigned URL. */
final class HttpsOnlyProxy extends ProxySelector {
  private final @Nullable ProxySelector selector;

  HttpsOnlyProxy(@Nullable ProxySelector selector) {
    this.selector = selector;
  }

  @Override
  public List<Proxy> select(URI uri) {
    return selector == null || !"https".equalsIgnoreCase(uri.getScheme())
        ? List.of(Proxy.NO_PROXY)
        : selector.select(withoutQuery(uri));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (selector != null) {
      selector.connectFailed(withoutQuery(uri), address, failure);
    }
  }

  /** An app's selector may log what it is asked. */
  private static URI withoutQuery(URI uri) {
    return uri.resolve("/");
  }
}

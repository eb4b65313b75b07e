package io.jobhandler.internal.payload;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PayloadSourceException.Kind;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Payloads over HTTP/1.1 with the JDK's client. Safe for use by several threads.
 *
 * <ul>
 *   <li>Redirects are not followed: a presigned URL is signed for its host, so no honest one leads
 *       anywhere, and a query must not be carried to another host.
 *   <li>For https the JVM's proxy settings hold ({@code https.proxyHost}), and the proxy sees the
 *       host alone. Plain HTTP, whose query a proxy could read, never goes through one.
 *   <li>The JDK's own request timeout does not cover a body that stalls, so the loop's clock does:
 *       for the connection and the answer's headers together, and for each wait in the body.
 *   <li>The JDK bounds the headers of an answer from 17.0.13 on (384 KiB); here they may have 64
 *       KiB.
 *   <li>The JDK's own log of HTTP ({@code jdk.httpclient.HttpClient.log}) prints whole URLs. It is
 *       off unless someone turns it on for the process.
 * </ul>
 */
public final class HttpPayloadSource implements PayloadSource {
  /** Longer than a slow link's handshakes take. */
  public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(1);

  private final Loop loop;
  private final Duration idleTimeout;
  private final UrlRules rules;
  private final @Nullable SSLContext tls;
  private volatile @Nullable HttpClient client;

  /**
   * Makes a source. It does nothing before the first payload.
   *
   * @param loop its clock and its schedule
   * @param idleTimeout how long nothing may come
   * @param rules which URLs are allowed
   * @param tls what servers are trusted by; null for the JVM's default
   */
  public HttpPayloadSource(
      Loop loop, Duration idleTimeout, UrlRules rules, @Nullable SSLContext tls) {
    this.loop = loop;
    this.idleTimeout = idleTimeout;
    this.rules = rules;
    this.tls = tls;
  }

  @Override
  public Download open(PresignedUrl url, long offset, @Nullable String validator)
      throws IOException, InterruptedException {
    if (!rules.allow(url)) { // a fresh URL was not looked at before
      throw new PayloadSourceException(Kind.PERMANENT, "its URL is not https");
    }
    HttpDownload download = ask(url, offset, validator);
    return download != null
        ? download
        : Objects.requireNonNull(ask(url, 0, null), "without a validator no answer contradicts it");
  }

  /** Null where the payload is another than the one that the validator was for. */
  private @Nullable HttpDownload ask(PresignedUrl url, long offset, @Nullable String validator)
      throws IOException, InterruptedException {
    HttpExchange exchange = new HttpExchange(url, loop, idleTimeout);
    boolean kept = false;
    try {
      exchange.begin(client(), request(url, offset, validator));
      @Nullable HttpDownload download =
          answer(exchange.head(), offset, validator).download(exchange);
      kept = download != null;
      return download;
    } finally {
      if (!kept) {
        exchange.close();
      }
    }
  }

  private static HttpAnswer answer(ResponseInfo info, long offset, @Nullable String validator) {
    return new HttpAnswer(
        info.statusCode(), info.headers(), offset, offset == 0 ? null : validator);
  }

  private static HttpRequest request(PresignedUrl url, long offset, @Nullable String validator)
      throws PayloadSourceException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url.toSecretUri()).header("Accept-Encoding", "identity");
      if (offset > 0 && validator != null) {
        request.header("Range", "bytes=%d-".formatted(offset)).header("If-Match", validator);
      }
      return request.build();
    } catch (IllegalArgumentException e) { // repeats the URL
      throw new PayloadSourceException(Kind.PERMANENT, "its URL is not one for HTTP");
    }
  }

  /** Made late, since a job without payloads needs none: it costs threads and 100 ms. */
  private HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      synchronized (this) {
        made = client;
        if (made == null) {
          made = newClient();
          client = made;
        }
      }
    }
    return made;
  }

  private HttpClient newClient() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(new HttpsOnlyProxy(ProxySelector.getDefault()));
    return tls == null ? builder.build() : builder.sslContext(tls).build();
  }
}

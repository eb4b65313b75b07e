package io.jobhandler.starter.internal.credentials;

import com.google.common.net.HostAndPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Opens a TLS connection to the endpoint and closes it again, to learn whether the endpoint's
 * certificate is believed: the MQTT client itself reports a wrong CA only after 12 to 23 seconds.
 */
public final class EndpointProbe {
  /** What AWS IoT Core asks for on port 443 and ignores on 8883; the MQTT client says the same. */
  private static final String[] ALPN = {"x-amzn-mqtt-ca"};

  private final HostAndPort endpoint;
  private final DeviceCredentials credentials;
  private final Duration timeout;

  /**
   * Makes a probe.
   *
   * @param endpoint where to connect
   * @param credentials the device's, with the only authorities that are believed
   * @param timeout how long connecting and each answer may take
   */
  public EndpointProbe(HostAndPort endpoint, DeviceCredentials credentials, Duration timeout) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.timeout = timeout;
  }

  /**
   * Begins, on a thread of its own, since looking a name up can be neither limited nor interrupted.
   *
   * @return completed with the finding; never failed
   */
  public CompletableFuture<EndpointVerdict> start() {
    CompletableFuture<EndpointVerdict> verdict = new CompletableFuture<>();
    Thread thread = new Thread(() -> verdict.complete(probe()), "jobhandler-probe");
    thread.setDaemon(true);
    thread.start();
    return verdict;
  }

  private EndpointVerdict probe() {
    int millis = Math.toIntExact(timeout.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), millis);
      plain.setSoTimeout(millis);
      shakeHands(plain);
      return EndpointVerdict.trusted();
    } catch (IOException | GeneralSecurityException e) {
      return EndpointVerdict.of(e);
    }
  }

  private void shakeHands(Socket plain) throws IOException, GeneralSecurityException {
    try (SSLSocket socket =
        (SSLSocket)
            context()
                .getSocketFactory()
                .createSocket(plain, endpoint.getHost(), endpoint.getPort(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setApplicationProtocols(ALPN);
      socket.setSSLParameters(parameters);
      socket.startHandshake();
    }
  }

  private SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null);
    for (X509Certificate authority : credentials.authorities()) {
      trusted.setCertificateEntry("ca-" + trusted.size(), authority);
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] keys = {new DeviceKeyManager(credentials)};
    context.init(keys, trust.getTrustManagers(), null);
    return context;
  }
}

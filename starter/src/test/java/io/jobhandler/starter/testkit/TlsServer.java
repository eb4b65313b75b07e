package io.jobhandler.starter.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server with a certificate of a test's making, which shakes hands and says nothing. */
public final class TlsServer implements AutoCloseable {
  private final SSLServerSocket socket;

  public TlsServer(KeyPair keys, X509Certificate certificate) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    char[] password = "changeit".toCharArray();
    store.setKeyEntry("server", keys.getPrivate(), password, new Certificate[] {certificate});
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    socket =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 0, InetAddress.getLoopbackAddress());
  }

  /** Begins to answer; whoever connects before waits until then. */
  public TlsServer start() {
    Thread thread = new Thread(this::serve, "TLS server");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        client.getInputStream().read();
      } catch (IOException e) {
        // The client has not liked the certificate, or the server is closed.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package io.jobhandler.testkit;

import io.jobhandler.testkit.FaultProxy.Direction;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection to a {@link FaultProxy}, and the proxy's own to the server. */
final class ProxiedConnection {
  private static final Logger LOG = LoggerFactory.getLogger(ProxiedConnection.class);

  private final Socket client;
  private final Socket server;
  private final FaultProxy proxy;
  private final ProxiedStream toServer;
  private final ProxiedStream toClient;

  ProxiedConnection(Socket client, Socket server, FaultProxy proxy) throws IOException {
    this.client = client;
    this.server = server;
    this.proxy = proxy;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    toServer = new ProxiedStream(client, server, Direction.TO_SERVER, proxy, this);
    toClient = new ProxiedStream(server, client, Direction.TO_CLIENT, proxy, this);
  }

  void start(Executor readers) {
    readers.execute(toServer::read);
    readers.execute(toClient::read);
  }

  void pump() {
    proxy.writer().execute(toServer::pump);
    proxy.writer().execute(toClient::pump);
  }

  void halfClose(Direction direction) {
    ProxiedStream stream = direction == Direction.TO_SERVER ? toServer : toClient;
    proxy.writer().execute(stream::finish);
  }

  /** One direction has ended; the connection has when both have. */
  void onFinished() {
    if (toServer.isFinished() && toClient.isFinished()) {
      close();
    }
  }

  /** By the calling thread, since a write to a peer that does not read may block the other. */
  void reset() {
    abort(client);
    abort(server);
    proxy.forget(this);
  }

  private static void abort(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      LOG.debug("The socket was closed before", e);
    }
    close(socket);
  }

  private void close() {
    close(client);
    close(server);
    proxy.forget(this);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("The socket was not closed properly", e);
    }
  }
}

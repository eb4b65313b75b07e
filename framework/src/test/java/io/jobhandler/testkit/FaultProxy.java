package io.jobhandler.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between clients and a port of this machine, and can be a bad link: slow, narrow, dark,
 * cut. What it is told concerns the connections that are open and those to come, at once.
 * Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaultProxy.class);

  /** Where bytes go. */
  public enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  private final int targetPort;
  private final ServerSocket listener;
  private final ExecutorService readers = Executors.newCachedThreadPool(FaultProxy::daemon);
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(FaultProxy::daemon);
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile LinkCondition condition = LinkCondition.GOOD;

  private FaultProxy(int targetPort) throws IOException {
    this.targetPort = targetPort;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** Starts a proxy for a port on loopback. */
  public static FaultProxy to(int targetPort) {
    try {
      FaultProxy proxy = new FaultProxy(targetPort);
      proxy.readers.execute(proxy::acceptAll);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fault-proxy");
    thread.setDaemon(true);
    return thread;
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        accept(listener.accept());
      } catch (IOException e) {
        LOG.debug("A connection was not accepted", e); // the last one is our own close
      }
    }
  }

  private void accept(Socket client) throws IOException {
    accepted.incrementAndGet();
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
    } catch (IOException e) {
      client.close();
      throw e;
    }
    connect(new ProxiedConnection(client, server, this));
  }

  private synchronized void connect(ProxiedConnection connection) {
    if (listener.isClosed()) {
      connection.reset();
    } else {
      connections.add(connection);
      connection.start(readers);
    }
  }

  /** {@return the port that clients are to connect to} */
  public int port() {
    return listener.getLocalPort();
  }

  /** {@return how many connections there were until now} */
  public int accepted() {
    return accepted.get();
  }

  /** {@return how many connections are open} */
  public int open() {
    return connections.size();
  }

  /** Makes the link better or worse from now on, for bytes under way too. */
  public void become(LinkCondition next) {
    condition = next;
    connections.forEach(ProxiedConnection::pump);
  }

  /** Ends all connections with a RST to both sides; bytes under way are lost. */
  public void reset() {
    connections.forEach(ProxiedConnection::reset);
  }

  /**
   * Ends one direction of all connections with a FIN to its receiver; what its sender still sends
   * is lost. The other direction goes on.
   */
  public void halfClose(Direction direction) {
    connections.forEach(connection -> connection.halfClose(direction));
  }

  LinkCondition condition() {
    return condition;
  }

  ScheduledExecutorService writer() {
    return writer;
  }

  void forget(ProxiedConnection connection) {
    connections.remove(connection);
  }

  /** Cuts all connections and ends. */
  @Override
  public void close() {
    closeListener();
    reset();
    readers.shutdown();
    try {
      if (!readers.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a connection was cut and goes on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      writer.shutdownNow();
    }
  }

  private synchronized void closeListener() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the port was not given back", e);
    }
  }
}

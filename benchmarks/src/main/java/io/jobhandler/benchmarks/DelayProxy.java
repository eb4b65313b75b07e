package io.jobhandler.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A long line to a TCP port on loopback: what goes in at one end comes out at the other a fixed
 * time later, however much is under way.
 */
public final class DelayProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int targetPort;
  private final Duration oneWay;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  public DelayProxy(int targetPort, Duration oneWay) throws IOException {
    this.targetPort = targetPort;
    this.oneWay = oneWay;
    this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    daemon("proxy", this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        connect(listener.accept());
      } catch (IOException e) {
        // The listener was closed, which ends the loop, or one connection could not be made, which
        // its client sees.
      }
    }
  }

  private void connect(Socket near) throws IOException {
    Socket far = new Socket();
    sockets.add(near);
    sockets.add(far);
    far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    start(new DelayLine(near, far, oneWay));
    start(new DelayLine(far, near, oneWay));
  }

  private static void start(DelayLine line) {
    daemon("proxy-in", line::readAll);
    daemon("proxy-out", line::writeAll);
  }

  private static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Cuts off what is connected, and what is under way with it; new connections may be made. */
  public void cut() {
    for (Socket socket : List.copyOf(sockets)) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      sockets.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}

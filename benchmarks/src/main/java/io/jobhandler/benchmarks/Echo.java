package io.jobhandler.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** The time of one network round trip through the proxy: a byte there and back. */
final class Echo {
  private static final int ROUNDS = 15;
  private static final int TIMEOUT_MILLIS = 10_000;

  private Echo() {}

  static double roundTripMillis(Duration oneWay) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        DelayProxy proxy = new DelayProxy(listener.getLocalPort(), oneWay);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket server = accept(listener)) {
      client.setTcpNoDelay(true);
      client.setSoTimeout(TIMEOUT_MILLIS);
      Thread echo = new Thread(() -> sendBack(server), "echo");
      echo.setDaemon(true);
      echo.start();
      long[] nanos = new long[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        nanos[i] = timeByte(client);
      }
      return new Distribution(nanos).medianMillis();
    }
  }

  private static Socket accept(ServerSocket listener) throws IOException {
    listener.setSoTimeout(TIMEOUT_MILLIS);
    Socket server = listener.accept();
    server.setTcpNoDelay(true);
    return server;
  }

  private static long timeByte(Socket client) throws IOException {
    long start = System.nanoTime();
    client.getOutputStream().write(1);
    if (client.getInputStream().read() != 1) {
      throw new IOException("the echo ended");
    }
    return System.nanoTime() - start;
  }

  private static void sendBack(Socket server) {
    try {
      server.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      // The measurement is over.
    }
  }
}

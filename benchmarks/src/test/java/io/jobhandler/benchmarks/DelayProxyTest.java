package io.jobhandler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayProxyTest {
  private static final Duration ONE_WAY = Duration.ofMillis(50);

  @Test
  void delaysEachDirection() throws IOException {
    assertThat(Echo.roundTripMillis(ONE_WAY)).isBetween(100.0, 200.0);
  }

  @Test
  void doesNotLimitWhatIsUnderWay() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        DelayProxy proxy = new DelayProxy(listener.getLocalPort(), ONE_WAY);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket server = listener.accept()) {
      byte[] chunk = new byte[1000];
      int chunks = 200;
      long start = System.nanoTime();
      for (int i = 0; i < chunks; i++) {
        client.getOutputStream().write(chunk);
      }
      byte[] received = server.getInputStream().readNBytes(chunk.length * chunks);
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      assertThat(received).hasSize(chunk.length * chunks);
      assertThat(took).isBetween(ONE_WAY, ONE_WAY.multipliedBy(20));
    }
  }

  @Test
  void cutsOffWhatIsConnectedAndNothingElse() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        DelayProxy proxy = new DelayProxy(listener.getLocalPort(), Duration.ZERO)) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
          Socket server = listener.accept()) {
        proxy.cut();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(server.getInputStream().read()).isEqualTo(-1);
      }
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
          Socket server = listener.accept()) {
        client.getOutputStream().write(7);

        assertThat(server.getInputStream().read()).isEqualTo(7);
      }
    }
  }
}

package io.jobhandler.testkit;

import static io.jobhandler.testkit.FaultProxy.Direction.TO_CLIENT;
import static io.jobhandler.testkit.FaultProxy.Direction.TO_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultProxyTest {
  /** Longer than any test. */
  private static final Duration FOR_EVER = Duration.ofHours(1);

  private static final byte[] MESSAGE = {1, 2, 3, 4, 5, 6, 7};

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final FaultProxy proxy = FaultProxy.to(listener.getLocalPort());
  private Socket client;
  private Socket server;

  FaultProxyTest() throws IOException {}

  @BeforeEach
  void connect() throws IOException {
    client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    server = listener.accept();
    client.setSoTimeout(10_000);
    server.setSoTimeout(10_000);
    // The kernel connects before the proxy knows of it.
    await().until(() -> proxy.open() == 1);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
    proxy.close();
    listener.close();
  }

  private static void send(Socket from, byte[] bytes) throws IOException {
    from.getOutputStream().write(bytes);
  }

  private static byte[] receive(Socket at, int bytes) throws IOException {
    return at.getInputStream().readNBytes(bytes);
  }

  private static void assertArrives(Socket from, Socket to) throws IOException {
    send(from, MESSAGE);
    assertThat(receive(to, MESSAGE.length)).isEqualTo(MESSAGE);
  }

  /** Gives what should not come a little time to come. */
  private static void assertNothingComes(Socket to) throws IOException {
    to.setSoTimeout(50);
    assertThatThrownBy(() -> to.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    to.setSoTimeout(10_000);
  }

  private static void assertEnds(Socket at) throws IOException {
    assertThat(at.getInputStream().read()).isEqualTo(-1);
  }

  private static void assertIsReset(Socket at) {
    assertThatThrownBy(() -> at.getInputStream().read())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Test
  void carriesBytesBothWays() throws IOException {
    assertArrives(client, server);
    assertArrives(server, client);
    byte[] much = new byte[1_000_000];
    Arrays.fill(much, (byte) 9);
    send(client, much);
    assertThat(receive(server, much.length)).isEqualTo(much);
    assertThat(proxy.accepted()).isEqualTo(1);
    assertThat(proxy.open()).isEqualTo(1);
  }

  @Test
  void closesTheOneSideWhenTheOtherHasClosed() throws IOException {
    send(client, MESSAGE);
    client.close();

    assertThat(receive(server, MESSAGE.length)).isEqualTo(MESSAGE);
    assertEnds(server);
    server.close();

    await().until(() -> proxy.open() == 0);
  }

  @Test
  void resetsTheOneSideWhenTheOtherHasReset() throws IOException {
    client.setSoLinger(true, 0);
    client.close();

    assertIsReset(server);
  }

  @Test
  void closesWhoFindsNoServer() throws IOException {
    listener.close();
    try (Socket late = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      late.setSoTimeout(10_000);
      assertEnds(late);
    }
  }

  @Test
  void latencyDelaysBytes() throws IOException {
    proxy.become(LinkCondition.slow(Duration.ofMillis(100)));
    long begin = System.nanoTime();
    assertArrives(client, server);
    assertArrives(server, client);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void latencyEndsForBytesUnderWay() throws IOException {
    proxy.become(LinkCondition.slow(FOR_EVER));
    send(client, MESSAGE);
    assertNothingComes(server);

    proxy.become(LinkCondition.GOOD);

    assertThat(receive(server, MESSAGE.length)).isEqualTo(MESSAGE);
  }

  @Test
  void slicesBytes() throws IOException {
    proxy.become(LinkCondition.sliced(3, FOR_EVER));
    send(client, MESSAGE);
    assertThat(receive(server, 3)).containsExactly(1, 2, 3);
    assertNothingComes(server);

    proxy.become(LinkCondition.sliced(3, Duration.ofMillis(1)));

    assertThat(receive(server, 4)).containsExactly(4, 5, 6, 7);
  }

  @Test
  void bandwidthIsLimited() throws IOException {
    proxy.become(LinkCondition.narrow(100_000));
    long begin = System.nanoTime();
    send(client, new byte[30_000]);
    receive(server, 30_000);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(250));
  }

  @Test
  void aBlackHoleTakesAllAndLetsItGoLater() throws IOException {
    proxy.become(LinkCondition.dark(TO_SERVER, TO_CLIENT));
    send(client, MESSAGE);
    send(server, MESSAGE);
    assertNothingComes(server);
    assertNothingComes(client);

    proxy.become(LinkCondition.GOOD);

    assertThat(receive(server, MESSAGE.length)).isEqualTo(MESSAGE);
    assertThat(receive(client, MESSAGE.length)).isEqualTo(MESSAGE);
  }

  @Test
  void aBlackHoleHasADirection() throws IOException {
    proxy.become(LinkCondition.dark(TO_CLIENT));
    assertArrives(client, server);
    send(server, MESSAGE);
    assertNothingComes(client);
  }

  @Test
  void aBlackHoleTakesNewConnectionsAndTheEndOfOldOnes() throws IOException {
    proxy.become(LinkCondition.dark(TO_SERVER, TO_CLIENT));
    try (Socket second = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket accepted = listener.accept()) {
      send(second, MESSAGE);
      assertNothingComes(accepted);
    }
    client.close();
    assertNothingComes(server);

    proxy.become(LinkCondition.GOOD);

    assertEnds(server);
  }

  @Test
  void resetsBothSides() throws IOException {
    assertArrives(client, server);

    proxy.reset();

    assertIsReset(client);
    assertIsReset(server);
    await().until(() -> proxy.open() == 0);
  }

  @Test
  void aResetLosesWhatIsUnderWay() throws IOException {
    proxy.become(LinkCondition.dark(TO_SERVER));
    send(client, MESSAGE);
    proxy.reset();
    proxy.become(LinkCondition.GOOD);
    assertIsReset(server);
  }

  @Test
  void connectsAgainAfterAReset() throws IOException {
    proxy.reset();
    server.close();
    try (Socket second = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        Socket accepted = listener.accept()) {
      second.setSoTimeout(10_000);
      accepted.setSoTimeout(10_000);
      assertArrives(second, accepted);
      assertThat(proxy.accepted()).isEqualTo(2);
    }
  }

  @Test
  void closesOneHalf() throws IOException {
    proxy.halfClose(TO_CLIENT);
    assertEnds(client);
    assertArrives(client, server);

    client.close();
    assertEnds(server);
    await().until(() -> proxy.open() == 0);
  }

  @Test
  void closesTheOtherHalf() throws IOException {
    proxy.halfClose(TO_SERVER);
    assertEnds(server);
    send(client, MESSAGE);
    assertArrives(server, client);
    assertThat(proxy.open()).isEqualTo(1);
  }

  @Test
  void closingCutsAllAndFreesThePort() throws IOException {
    proxy.close();
    assertIsReset(client);
    assertIsReset(server);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), proxy.port()).close())
        .isInstanceOf(IOException.class);
  }

  @Test
  void aLinkTakesAtLeastAByte() {
    assertThatThrownBy(() -> LinkCondition.narrow(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinkCondition.sliced(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

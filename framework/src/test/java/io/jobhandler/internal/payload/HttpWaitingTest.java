package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.payload.ScriptedHttpServer.Answer;
import io.jobhandler.payload.PayloadSource.Download;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that keep the device waiting. The time is moved by hand. */
@Timeout(60)
class HttpWaitingTest {
  private static final Duration ALMOST = HttpFixture.IDLE.minusNanos(1);

  private final CountDownLatch clientGone = new CountDownLatch(1);
  private HttpFixture http;

  @BeforeEach
  void open() throws IOException {
    http = new HttpFixture();
  }

  @AfterEach
  void close() throws IOException {
    http.close();
  }

  /** Sends a text, and waits until the client closes the connection. */
  private Answer thenSilence(String text) {
    return (request, connection) -> {
      connection.send(text);
      try {
        connection.stall();
      } finally {
        clientGone.countDown();
      }
    };
  }

  private void awaitWait() {
    Awaitility.await("the client waits")
        .until(() -> http.server.requests().size() == 1 && http.time.waiting() == 1);
  }

  private void assertGone() throws InterruptedException {
    assertThat(clientGone.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(http.time.waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 O",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void waitsForTheHeadersOnlySoLong(String head) throws Exception {
    Running<Download> opening = Running.start(() -> http.whole(thenSilence(head)));
    awaitWait();

    http.time.advance(ALMOST);
    assertThat(opening.isDone()).isFalse();
    http.time.advance(Duration.ofNanos(1));

    assertThat(opening.failure())
        .isInstanceOf(IOException.class)
        .hasMessage("nothing came for PT30S");
    assertGone();
  }

  @Test
  void waitsForABodyOnlySoLong() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    byte[] buffer = new byte[10];
    try (Download download = http.whole(thenSilence(head + "0123"))) {
      assertThat(download.read(buffer)).isEqualTo(4);
      http.time.advance(HttpFixture.IDLE.multipliedBy(10)); // nobody waits meanwhile
      Running<Integer> reading = Running.start(() -> download.read(buffer));
      awaitWait();

      http.time.advance(ALMOST);
      assertThat(reading.isDone()).isFalse();
      http.time.advance(Duration.ofNanos(1));

      assertThat(reading.failure())
          .isInstanceOf(IOException.class)
          .hasMessage("nothing came for PT30S");
    }
    assertGone();
  }

  @Test
  void waitsAnewForEachPiece() throws Exception {
    CountDownLatch[] go = {new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)};
    Answer slow =
        (request, connection) -> {
          connection.head("200 OK", "Content-Length: 3");
          for (CountDownLatch next : go) {
            await(next);
            connection.send("x");
          }
        };
    try (Download download = http.whole(slow)) {
      for (CountDownLatch next : go) {
        Running<Integer> reading = Running.start(() -> download.read(new byte[10]));
        awaitWait();
        http.time.advance(ALMOST);
        next.countDown();
        assertThat(reading.result()).isEqualTo(1);
      }
      assertThat(download.read(new byte[10])).isEqualTo(-1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void isInterruptedWhileItWaitsForTheHeaders() throws Exception {
    Running<Download> opening = Running.start(() -> http.whole(thenSilence("HTTP/1.1 200")));
    awaitWait();

    opening.interrupt();

    assertThat(opening.failure()).isInstanceOf(InterruptedException.class);
    assertGone();
  }

  @Test
  void isInterruptedWhileItWaitsForTheBody() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    try (Download download = http.whole(thenSilence(head))) {
      Running<Integer> reading = Running.start(() -> download.read(new byte[10]));
      awaitWait();

      reading.interrupt();

      assertThat(reading.failure()).isInstanceOf(InterruptedException.class);
    }
    assertGone();
  }

  @Test
  void hangsUpWhereTheRestIsNotWanted() throws Exception {
    http.whole(thenSilence("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n01")).close();

    assertGone();
  }

  @Test
  void hangsUpWhereTheAnswerIsRefused() throws Exception {
    assertThat(
            http.refusalOfWhole(
                thenSilence("HTTP/1.1 403 Forbidden\r\nContent-Length: 10\r\n\r\n01")))
        .isNotNull();

    assertGone();
  }
}

package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jobhandler.internal.payload.ScriptedSource.ScriptedDownload;
import io.jobhandler.internal.payload.ScriptedSource.Step;
import io.jobhandler.payload.PayloadSource.Download;
import io.jobhandler.payload.StoredPayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deadlines, interruptions and stores that fail. */
@Timeout(60)
class PayloadEndingsTest {
  private static final byte[] CONTENT = FetchFixture.CONTENT;
  private static final Step GOOD = ScriptedSource.giving(CONTENT);
  private static final Step DOWN = ScriptedSource.failing(new IOException("down"));

  private final FetchFixture fixture = new FetchFixture();
  private final CountDownLatch blocked = new CountDownLatch(1);
  private boolean discarded;

  private void assertUnavailable(Throwable failure, String message) {
    assertThat(failure)
        .isInstanceOf(PayloadUnavailableException.class)
        .hasMessageContaining(message);
  }

  private void block() throws InterruptedException {
    blocked.countDown();
    new CountDownLatch(1).await();
  }

  private void interruptWhenBlocked(Running<?> running) throws InterruptedException {
    blocked.await();
    running.interrupt();
    assertThat(running.failure()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void endsAtItsDeadlineWhileBytesTrickle() {
    Step trickle =
        ask ->
            new ScriptedDownload(CONTENT, 0, 16) {
              @Override
              public int read(byte[] buffer) throws IOException, InterruptedException {
                fixture.time.advance(Duration.ofMinutes(10));
                return super.read(buffer);
              }
            };

    assertUnavailable(
        fixture.start(new ScriptedSource(trickle)).failure(),
        "it took longer than PT30M; 9 of 16 bytes came");
  }

  @Test
  void endsAtItsDeadlineWhileItPauses() {
    Step late =
        ask -> {
          fixture.time.advance(Duration.ofMinutes(30).minusMillis(1));
          throw new IOException("down");
        };

    assertUnavailable(
        fixture.run(new ScriptedSource(late, DOWN)).failure(),
        "it took longer than PT30M; 0 of 16 bytes came");
    assertThat(fixture.pauses).containsExactly(Duration.ofMillis(1));
  }

  @Test
  void hasOneDeadlineForAllPayloads() {
    Step slow =
        ask -> {
          fixture.time.advance(Duration.ofMinutes(20));
          return GOOD.answer(ask);
        };

    assertUnavailable(
        fixture
            .run(
                new ScriptedSource(slow),
                References.prepared(
                    References.oneOfSeveral("0", References.URL, CONTENT),
                    References.oneOfSeveral("1", References.URL, CONTENT)))
            .failure(),
        "'images/1' could not be downloaded");
    assertThat(fixture.stored).allSatisfy(place -> assertThat(place.calls()).contains("discard"));
  }

  @Test
  void isInterruptedInAPause() {
    Running<?> running = fixture.start(new ScriptedSource(DOWN));
    await("it pauses").until(() -> fixture.time.waiting() == 1);

    running.interrupt();

    assertThat(running.failure()).isInstanceOf(InterruptedException.class);
    assertThat(fixture.time.waiting()).isZero();
    assertThat(fixture.stored.get(0).calls()).contains("close", "discard");
  }

  @Test
  void isInterruptedWhileItOpens() throws InterruptedException {
    interruptWhenBlocked(
        fixture.start(
            new ScriptedSource(
                ask -> {
                  block();
                  return GOOD.answer(ask);
                })));

    assertThat(fixture.stored.get(0).calls()).contains("discard");
  }

  @Test
  void isInterruptedWhileItReads() throws InterruptedException {
    Download blocking =
        new ScriptedDownload(CONTENT, 0, 16) {
          @Override
          public int read(byte[] buffer) throws IOException, InterruptedException {
            block();
            return super.read(buffer);
          }
        };
    ScriptedSource source = new ScriptedSource(ask -> blocking);

    interruptWhenBlocked(fixture.start(source));

    assertThat(source.allClosed()).isTrue();
    assertThat(fixture.stored.get(0).calls()).contains("discard");
  }

  /** A store that fails at one of its methods. */
  private StoredPayload failingAt(String method, IOException failure) {
    return new StoredPayload() {
      private <T> T at(String name, T value) throws IOException {
        if (method.equals(name)) {
          if (failure instanceof ClosedByInterruptException) {
            Thread.currentThread().interrupt();
          }
          throw failure;
        }
        return value;
      }

      @Override
      public OutputStream sink() throws IOException {
        return at(
            "sink",
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                at("write", b);
              }
            });
      }

      @Override
      public void commit() throws IOException {
        at("commit", 0);
      }

      @Override
      public InputStream open() {
        return InputStream.nullInputStream();
      }

      @Override
      public void discard() throws IOException {
        discarded = true;
        at("discard", 0);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"sink", "write", "commit"})
  void failsWhereThePayloadCannotBeStored(String method) {
    IOException full = new IOException("No space left on device");
    fixture.store = (jobId, executionNumber, payload, size) -> failingAt(method, full);
    ScriptedSource source = new ScriptedSource(GOOD);

    Throwable failure = fixture.run(source).failure();

    assertUnavailable(
        failure, "'image' could not be stored: java.io.IOException: No space left on device");
    assertThat(failure).hasCause(full);
    assertThat(source.asks().size()).isLessThanOrEqualTo(1);
    assertThat(discarded).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sink", "write", "commit"})
  void isInterruptedWhileItStores(String method) {
    fixture.store =
        (jobId, executionNumber, payload, size) ->
            failingAt(method, new ClosedByInterruptException());
    assertThat(fixture.run(new ScriptedSource(GOOD)).failure())
        .isInstanceOf(InterruptedException.class);

    fixture.store =
        (jobId, executionNumber, payload, size) -> failingAt(method, new InterruptedIOException());
    assertThat(fixture.run(new ScriptedSource(GOOD)).failure())
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void failsWhereThereIsNoRoom() {
    fixture.store =
        (jobId, executionNumber, payload, size) -> {
          throw new IOException("%s %d %s %d".formatted(jobId, executionNumber, payload, size));
        };
    ScriptedSource source = new ScriptedSource(GOOD);

    assertUnavailable(
        fixture.run(source).failure(),
        "'image' could not be stored: java.io.IOException: job-1 1 image 16");
    assertThat(source.asks()).isEmpty();
  }

  @Test
  void outlivesAStoreThatDoesNotForget() throws Exception {
    fixture.store =
        (jobId, executionNumber, payload, size) ->
            failingAt("discard", new IOException("read-only file system"));

    fixture.run(new ScriptedSource(GOOD)).result().close();

    assertThat(discarded).isTrue();
  }

  @Test
  void isPatientWithinReasonOnly() {
    assertThat(FetchSettings.defaults().timeout()).isEqualTo(Duration.ofHours(1));
    assertThat(new FetchSettings(Duration.ofNanos(1), 1, 0).freshUrls()).isZero();
    assertThatThrownBy(() -> new FetchSettings(Duration.ZERO, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FetchSettings(Duration.ofSeconds(-1), 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FetchSettings(Duration.ofHours(1), 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FetchSettings(Duration.ofHours(1), 1, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

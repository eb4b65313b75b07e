package io.jobhandler.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.MemoryPayload;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PayloadSource.Download;
import io.jobhandler.payload.TrustAnchors;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.PayloadParameter;
import io.jobhandler.testing.TestSigner;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A job with a payload on its way through the stages. */
class PayloadRunTest {
  private static final byte[] CONTENT = "firmware".getBytes(UTF_8);
  private static final Duration DELAY = Duration.ofMinutes(1);
  private static final TestSigner SIGNER = TestSigner.create();
  private static final HandlerMethod METHOD =
      Handlers.method("x", null)
          .withPayload(new PayloadParameter("image", "/presign", "/codesign", "vendor", false))
          .withOnCancelled(null, "X.undo()");

  private final MemoryPayload stored = new MemoryPayload();
  private final List<String> given = new ArrayList<>();
  private Source source = () -> CONTENT;
  private final EngineFixture fixture =
      EngineFixture.connected(
          METHOD,
          loop ->
              TestPayloads.stage(
                  loop,
                  TrustAnchors.of(List.of(SIGNER.anchor("vendor"))),
                  (url, offset, validator) -> new WholeDownload(source.bytes()),
                  (jobId, executionNumber, payload, size) -> stored));
  private final ScriptedService service = fixture.service;

  /** What is downloaded; the test may play the service meanwhile. */
  @FunctionalInterface
  private interface Source {
    byte[] bytes() throws IOException, InterruptedException;
  }

  private static final class WholeDownload implements Download {
    private byte[] left;

    WholeDownload(byte[] content) {
      this.left = content;
    }

    @Override
    public long start() {
      return 0;
    }

    @Override
    public OptionalLong totalSize() {
      return OptionalLong.empty();
    }

    @Override
    public @Nullable String validator() {
      return null;
    }

    @Override
    public int read(byte[] buffer) {
      int count = left.length;
      System.arraycopy(left, 0, buffer, 0, count);
      left = new byte[0];
      return count == 0 ? -1 : count;
    }

    @Override
    public void close() {
      left = new byte[0];
    }
  }

  private void bring() {
    fixture.handler =
        invocation -> {
          given.add(new String(invocation.payload("image").open().readAllBytes(), UTF_8));
          return JobResult.succeeded();
        };
    service.bring("job-1", document());
  }

  private static String document() {
    CodeSignature signature = SIGNER.sign(CONTENT);
    return """
        {"operation":"x","presign":"https://bucket.example/image?X-Amz-Signature=secret",
         "codesign":{"rawPayloadSize":%d,"signature":"%s","signatureAlgorithm":"%s"}}"""
        .formatted(
            signature.rawPayloadSize(), signature.signature(), signature.signatureAlgorithm());
  }

  private void cancel() {
    service.list();
    service.refuseDescription("TerminalStateReached");
  }

  private List<Long> stepTimeouts() {
    return service.updates().stream()
        .map(update -> update.request().path("stepTimeoutInMinutes").asLong())
        .toList();
  }

  @Test
  void downloadsUnderATimerOfItsOwnAndThenStartsTheHandler() {
    bring();
    assertThat(stepTimeouts()).containsExactly(62L); // an hour and the grace, and a minute
    service.accept();
    fixture.runHandler();
    assertThat(service.lastUpdate().detail("progress")).isEqualTo("100 download");

    service.accept(); // the progress
    service.accept(); // the handler's timer
    fixture.runHandler();
    assertThat(given).containsExactly("firmware");
    assertThat(service.lastUpdate().status()).isEqualTo("SUCCEEDED");
  }

  @Test
  void startsTheHandlerOnlyOnceTheServiceHasItsTimer() {
    admitAndDownload();

    assertThat(stepTimeouts()).last().isEqualTo(12L); // ten minutes, the grace and a minute
    assertThat(fixture.threads.held()).isZero();
    service.accept();
    assertThat(fixture.threads.held()).isEqualTo(1);
  }

  /** The progress that the download reports on its way is accepted. */
  private void admitAndDownload() {
    bring();
    service.accept();
    fixture.runHandler();
    service.accept();
  }

  @Test
  void removesThePayloadWhenTheHandlerHasEnded() {
    admitAndDownload();
    service.accept();
    assertThat(stored.calls()).doesNotContain("discard");

    fixture.runHandler();
    fixture.threads.runNext();
    assertThat(stored.calls()).endsWith("discard");
  }

  @Test
  void doesNotStartTheHandlerWhereTheServiceRefusesItsTimer() {
    admitAndDownload();
    service.refuse("InvalidStateTransition");
    fixture.threads.runNext();

    assertThat(given).isEmpty();
    assertThat(stored.calls()).endsWith("discard");
    assertThat(fixture.journal.removed).hasSize(1);
  }

  /** A handler has begun before, so what it has left must be put right. */
  @Test
  void aSecondAttemptWhoseTimerIsRefusedIsAskedForAndPutRight() {
    List<String> undone = new ArrayList<>();
    fixture.onCancelled =
        invocation -> {
          undone.add(invocation.context().jobId());
          return null;
        };
    admitAndDownload();
    service.accept();
    fixture.handler =
        invocation -> {
          throw new RetryLaterException(DELAY, "not now");
        };
    fixture.runHandler();
    fixture.threads.runNext(); // the payload is removed
    service.accept();
    service.describeOurs("job-1", document());

    fixture.advance(DELAY);
    service.describeOurs("job-1", document());
    service.accept();
    fixture.runHandler();
    service.accept();
    service.refuse("InvalidStateTransition");
    fixture.threads.runNext(); // and once more
    fixture.advance(Duration.ofSeconds(5));
    service.refuseDescription("job-1", "TerminalStateReached");
    fixture.runHandlerApart();

    assertThat(undone).containsExactly("job-1");
    assertThat(fixture.handled).hasSize(1);
    assertThat(fixture.journal.removed).hasSize(1);
  }

  @Test
  void aCancellationInterruptsTheDownload() {
    source =
        () -> {
          cancel();
          assertThat(Thread.currentThread().isInterrupted()).isTrue();
          throw new InterruptedException();
        };
    bring();
    service.accept();
    fixture.runHandler();

    assertThat(service.updatesInShort()).containsExactly("job-1 IN_PROGRESS");
    assertThat(stored.calls()).contains("discard");
    assertThat(given).isEmpty();
  }

  @Test
  void aCancellationBetweenDownloadAndHandlerKeepsTheHandlerFromStarting() {
    admitAndDownload();
    cancel();
    service.accept();

    assertThat(fixture.handled).isEmpty();
    assertThat(service.updates()).noneMatch(update -> update.status().equals("SUCCEEDED"));
  }

  @Test
  void aDownloadThatTakesTooLongIsInterruptedAndReported() {
    source =
        () -> {
          fixture.advance(TestPayloads.TIMEOUT.plus(Duration.ofSeconds(1)));
          throw new InterruptedException();
        };
    bring();
    service.accept();
    fixture.runHandler();

    assertThat(service.lastUpdate().detail("reason"))
        .isEqualTo("the download did not end within its step timeout");
    assertThat(service.lastUpdate().status()).isEqualTo("FAILED");
  }

  @Test
  void isFailedInPlaceOfRejectedWhereTheServiceWantsItSo() {
    source = () -> "firmwarX".getBytes(UTF_8);
    bring();
    service.accept();
    fixture.runHandler();
    service.accept(); // the progress
    assertThat(service.updatesInShort()).last().isEqualTo("job-1 REJECTED SIGNATURE_INVALID");

    service.refuse("InvalidStateTransition", JobStatus.IN_PROGRESS, 3, "agent-1");
    assertThat(service.updatesInShort()).last().isEqualTo("job-1 FAILED SIGNATURE_INVALID");
  }
}

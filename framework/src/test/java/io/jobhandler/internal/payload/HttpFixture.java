package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.payload.ScriptedHttpServer.Answer;
import io.jobhandler.payload.PayloadSource.Download;
import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.testkit.ManualScheduler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source before a server; its time stands still until it is moved. */
final class HttpFixture implements AutoCloseable {
  static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);
  static final Duration IDLE = Duration.ofSeconds(30);

  final ManualScheduler time = new ManualScheduler();
  final ScriptedHttpServer server;
  final HttpPayloadSource source =
      new HttpPayloadSource(new Loop(time, time::nanoTime), IDLE, UrlRules.strict(), null);

  HttpFixture() throws IOException {
    server = new ScriptedHttpServer(Answers.status(500));
  }

  /** Asks for all. */
  Download whole(Answer... answers) throws IOException, InterruptedException {
    server.answerWith(answers);
    return source.open(server.url(), 0, null);
  }

  /** Asks for what follows the fourth byte. */
  Download rest(Answer... answers) throws IOException, InterruptedException {
    server.answerWith(answers);
    return source.open(server.url(), 4, Answers.ETAG);
  }

  PayloadSourceException refusalOfWhole(Answer answer) {
    return catchThrowableOfType(PayloadSourceException.class, () -> whole(answer));
  }

  PayloadSourceException refusalOfRest(Answer answer) {
    return catchThrowableOfType(PayloadSourceException.class, () -> rest(answer));
  }

  PayloadSourceException refusal(PresignedUrl url, long offset, @Nullable String validator) {
    return catchThrowableOfType(
        PayloadSourceException.class, () -> source.open(url, offset, validator));
  }

  /** Reads to the end, some bytes at a time. */
  static String read(Download download) throws IOException, InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[3];
    try (download) {
      for (int count = download.read(buffer); count >= 0; count = download.read(buffer)) {
        assertThat(count).isPositive();
        all.write(buffer, 0, count);
      }
      assertThat(download.read(buffer)).isEqualTo(-1);
    }
    return all.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.payload.ScriptedHttpServer.Answer;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The query of a presigned URL opens the payload to whoever reads it in a log or a status. */
@Timeout(60)
class PayloadSecrecyTest {
  private static final byte[] CONTENT = DeviceFixture.CONTENT;
  private static final String QUERY = ScriptedHttpServer.QUERY;

  /** Servers that fail in all ways, and repeat what they were asked. */
  private static final Map<String, Answer> FAILURES = new TreeMap<>();

  static {
    String canary = "https://other.example/?" + QUERY;
    FAILURES.put("hangs up", (request, connection) -> {});
    FAILURES.put("no HTTP", (request, connection) -> connection.send(request.line() + "\r\n\r\n"));
    FAILURES.put(
        "no status", (request, connection) -> connection.send("HTTP/1.1 " + QUERY + "\r\n\r\n"));
    FAILURES.put("reason", Answers.raw("404 " + QUERY, new byte[0], "Content-Length: 0"));
    FAILURES.put("trouble", Answers.status(500, "X-Url: " + canary));
    FAILURES.put("expired", Answers.status(403, "X-Url: " + canary));
    FAILURES.put("redirect", Answers.status(302, "Location: " + canary));
    FAILURES.put("error body", Answers.raw("400 Bad", canary.getBytes(StandardCharsets.US_ASCII)));
    FAILURES.put("header", Answers.raw("200 OK", new byte[9], QUERY));
    FAILURES.put("bad header", Answers.raw("200 OK", CONTENT, QUERY + "\u0000: x"));
    FAILURES.put("length", Answers.raw("200 OK", CONTENT, "Content-Length: " + QUERY));
    FAILURES.put("encoding", Answers.raw("200 OK", CONTENT, "Content-Encoding: " + QUERY));
    FAILURES.put("transfer", Answers.raw("200 OK", new byte[9], "Transfer-Encoding: " + QUERY));
    FAILURES.put(
        "chunks",
        Answers.raw(
            "200 OK", QUERY.getBytes(StandardCharsets.US_ASCII), "Transfer-Encoding: chunked"));
    FAILURES.put("cut", Answers.cut(CONTENT, 1000, "\"" + QUERY + "\""));
    FAILURES.put("part", Answers.raw("206 Partial", CONTENT, "Content-Range: " + canary));
    FAILURES.put("size", Answers.honest(Arrays.copyOf(CONTENT, 10), "\"" + QUERY + "\""));
    FAILURES.put("signature", Answers.honest(new byte[CONTENT.length], "\"" + QUERY + "\""));
  }

  @TempDir Path temporary;
  private DeviceFixture device;

  @BeforeEach
  void open() throws IOException {
    device = new DeviceFixture(temporary.resolve("payloads"));
  }

  @AfterEach
  void close() throws IOException {
    device.close();
  }

  static Stream<String> failures() {
    return FAILURES.keySet().stream();
  }

  private static Answer answer(String failure) {
    Answer answer = FAILURES.get(failure);
    if (answer == null) {
      throw new IllegalArgumentException(failure);
    }
    return answer;
  }

  private static LogCapture listen() {
    return LogCapture.of(
        PayloadFetch.class,
        Transfer.class,
        FetchedPayloads.class,
        FilePayloadStore.class,
        HttpPayloadSource.class);
  }

  private static String everything(Throwable failure) {
    assertThat(failure)
        .isInstanceOfAny(PayloadUnavailableException.class, PayloadRefusedException.class);
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isKeptWhateverTheServerDoes(String failure) throws Exception {
    device.freshUrl = Optional.of(device.server.url("fresh"));
    try (LogCapture log = listen()) {
      Running<FetchedPayloads> running = device.run(answer(failure));

      assertThat(everything(running.failure())).doesNotContain("canary").doesNotContain("Amz");
      assertThat(log.text()).doesNotContain("canary").doesNotContain("Amz");
    }
    assertThat(device.files()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isKeptAfterBytesCame(String failure) throws Exception {
    try (LogCapture log = listen()) {
      Running<FetchedPayloads> running =
          device.run(Answers.cut(CONTENT, 1000, "\"v1\""), answer(failure));

      assertThat(everything(running.failure())).doesNotContain("canary");
      assertThat(log.text())
          .contains("WARN")
          .contains("broke off after 1000 of 200000 bytes")
          .contains("/bucket/image?...")
          .doesNotContain("canary")
          .doesNotContain("Amz");
    }
  }

  @ParameterizedTest
  @MethodSource("urls")
  void isKeptWhereTheUrlIsOfNoUse(String fresh) throws Exception {
    device.freshUrl = Optional.of(PresignedUrl.of(fresh + "?" + QUERY));
    try (LogCapture log = listen()) {
      Running<FetchedPayloads> running = device.run(Answers.status(403));

      assertThat(everything(running.failure())).doesNotContain("canary");
      assertThat(log.text()).contains("WARN").doesNotContain("canary").doesNotContain("Amz");
    }
  }

  static Stream<String> urls() {
    return Stream.of(
        "http://198.51.100.1/image", // plain HTTP
        "https://127.0.0.1:1/image", // nobody listens
        "https://no-such-host.invalid/image",
        "https://127.0.0.1:99999/image");
  }
}

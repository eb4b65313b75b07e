package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes arrive, the next message is understood. */
class HostileMessagesTest {
  private static final String EXECUTION =
      "{\"jobId\":\"job1\",\"thingName\":\"thing-1\",\"status\":\"QUEUED\",\"statusDetails\":"
          + "{\"a\":\"b\"},\"queuedAt\":1767258000,\"versionNumber\":1,\"executionNumber\":1,"
          + "\"approximateSecondsBeforeTimedOut\":9,\"jobDocument\":{\"a\":[1.0,\"\\u00e9\"]}}";
  private static final String SUMMARIES =
      "[{\"jobId\":\"job1\",\"queuedAt\":1767258000,\"versionNumber\":1,\"executionNumber\":1}]";
  private static final String REJECTED =
      "{\"code\":\"VersionMismatch\",\"message\":\"m\",\"timestamp\":1,\"clientToken\":\"t\","
          + "\"executionState\":{\"status\":\"QUEUED\",\"versionNumber\":1}}";

  private final ScriptedClient scripted = ScriptedClient.connected();
  private final List<NextJobExecutionChangedEvent> heard = new ArrayList<>();

  @AfterEach
  void close() {
    scripted.close();
  }

  /** A topic with a message that belongs on it. */
  private record Sample(String topic, String message) {
    byte[] bytes() {
      return message.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return topic;
    }
  }

  static Stream<Sample> samples() {
    String withExecution =
        "{\"execution\":" + EXECUTION + ",\"timestamp\":1,\"clientToken\":\"t\"}";
    return Stream.of(
        new Sample("notify", "{\"jobs\":{\"QUEUED\":" + SUMMARIES + "},\"timestamp\":1}"),
        new Sample("notify-next", withExecution),
        new Sample("get/accepted", "{\"inProgressJobs\":[],\"queuedJobs\":" + SUMMARIES + "}"),
        new Sample("get/rejected", REJECTED),
        new Sample("start-next/accepted", withExecution),
        new Sample("start-next/rejected", REJECTED),
        new Sample("job1/get/accepted", withExecution),
        new Sample("$next/get/accepted", withExecution),
        new Sample("job1/get/rejected", REJECTED),
        new Sample(
            "job1/update/accepted",
            "{\"executionState\":{\"status\":\"FAILED\","
                + "\"statusDetails\":{},\"versionNumber\":2},\"jobDocument\":{},\"timestamp\":1}"),
        new Sample("job1/update/rejected", REJECTED));
  }

  private void assertStillWorks() {
    List<NextJobExecutionChangedEvent> heardNow = new ArrayList<>();
    scripted.client.onNextJobExecutionChanged(heardNow::add);
    scripted.deliver("notify-next", "{}");
    assertThat(heardNow).hasSize(1);
    var request = scripted.client.getPendingJobExecutions();
    scripted.answer("get/accepted", "\"inProgressJobs\":[],\"queuedJobs\":[]");
    assertThat(request).isCompleted();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void randomBytesAreIgnored(Sample sample) {
    Random random = new Random(20_260_101);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      scripted.deliver(sample.topic(), bytes);
    }
    assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void mutatedMessagesHarmNothing(Sample sample) {
    Random random = new Random(20_260_102);
    for (int i = 0; i < 500; i++) {
      scripted.deliver(sample.topic(), mutated(sample.bytes(), random));
    }
    assertStillWorks();
  }

  private static byte[] mutated(byte[] message, Random random) {
    byte[] mutant = message.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      mutant[random.nextInt(mutant.length)] = mutation(message, random);
    }
    return mutant;
  }

  private static byte mutation(byte[] message, Random random) {
    return random.nextBoolean()
        ? (byte) random.nextInt(256)
        : message[random.nextInt(message.length)];
  }

  @ParameterizedTest
  @MethodSource("samples")
  void truncatedMessagesHarmNothing(Sample sample) {
    byte[] whole = sample.bytes();
    for (int length = 0; length < whole.length; length++) {
      scripted.deliver(sample.topic(), Arrays.copyOf(whole, length));
    }
    assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void otherEncodingsAreIgnored(Sample sample) {
    for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      scripted.deliver(sample.topic(), sample.message().getBytes(Charset.forName(name)));
    }
    assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void wrongShapesAreIgnored(Sample sample) {
    for (String shape :
        List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"\"",
            "[]",
            "[[]]",
            "{}",
            "{} {}",
            "{\"execution\":1}",
            "{\"execution\":[]}",
            "{\"jobs\":[]}",
            "{\"jobs\":{\"QUEUED\":{}}}",
            "{\"jobs\":{\"QUEUED\":[null]}}",
            "{\"queuedJobs\":[1]}",
            "{\"queuedJobs\":[null]}",
            "{\"timestamp\":\"now\"}",
            "{\"timestamp\":1e400}",
            "{\"timestamp\":1e2147483648}",
            "{\"timestamp\":-99999999999999999999}",
            "{\"clientToken\":1}",
            "{\"clientToken\":{}}",
            "{\"code\":null}",
            "{\"code\":{}}",
            "{\"code\":\"\",\"executionState\":\"\"}",
            "{\"executionState\":{\"status\":1}}",
            "{\"jobDocument\":}")) {
      scripted.deliver(sample.topic(), shape);
    }
    assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void deepNestingIsSurvived(Sample sample) {
    int depth = 100_000;
    for (String key : List.of("execution", "jobs", "queuedJobs", "statusDetails", "new", "code")) {
      scripted.deliver(
          sample.topic(), "{\"" + key + "\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
      scripted.deliver(sample.topic(), ("{\"" + key + "\":").repeat(10_000));
    }
    assertStillWorks();
  }

  @Test
  void deepDocumentIsHandedOnForItsReaderToRefuse() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    scripted.client.onNextJobExecutionChanged(heard::add);
    scripted.deliver(
        "notify-next",
        "{\"execution\":{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"versionNumber\":1,"
            + "\"executionNumber\":1,\"jobDocument\":"
            + deep
            + "}}");
    assertThat(heard)
        .singleElement()
        .extracting(event -> event.execution())
        .extracting(JobExecution::jobDocument)
        .isEqualTo(JobDocument.of(deep));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jobId\":\"../../etc/passwd\"",
        "\"jobId\":\"\"",
        "\"jobId\":\"a b\"",
        "\"jobId\":\"a/b\"",
        "\"jobId\":\"$next\"",
        "\"jobId\":\"#\"",
        "\"jobId\":\"a\\u0000\"",
        "\"jobId\":\"a\\n\"",
        "\"jobId\":null",
        "\"jobId\":7",
        "\"noJobId\":1",
        "\"jobId\":\"job1\",\"versionNumber\":-1",
        "\"jobId\":\"job1\",\"versionNumber\":1.5",
        "\"jobId\":\"job1\",\"versionNumber\":1.0",
        "\"jobId\":\"job1\",\"versionNumber\":\"1\"",
        "\"jobId\":\"job1\",\"versionNumber\":null",
        "\"jobId\":\"job1\",\"versionNumber\":9223372036854775808",
        "\"jobId\":\"job1\",\"status\":7",
        "\"jobId\":\"job1\",\"status\":null",
        "\"jobId\":\"job1\",\"statusDetails\":{\"a\":1}",
        "\"jobId\":\"job1\",\"statusDetails\":[]"
      })
  void executionThatCannotBeOneIsIgnored(String fault) {
    scripted.client.onNextJobExecutionChanged(heard::add);
    String fields = "\"status\":\"QUEUED\",\"versionNumber\":1,\"executionNumber\":1,";
    scripted.deliver("notify-next", "{\"execution\":{" + fields + fault + "}}");
    assertThat(heard).isEmpty();
    assertStillWorks();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e9999999", "-17e7258000", "1e-9999999", "1e999999999", "1.5e99999999"})
  @Timeout(10)
  void exponentsAreNotWrittenOut(String number) {
    for (String field :
        List.of("timestamp", "queuedAt", "versionNumber", "approximateSecondsBeforeTimedOut")) {
      String value = "\"" + field + "\":" + number;
      scripted.deliver("notify-next", "{" + value + ",\"execution\":{" + value + "}}");
    }
    assertStillWorks();
  }

  @Test
  @Timeout(10)
  void numbersOfManyDigitsAreIgnored() {
    String digits = "9".repeat(200_000);
    for (String field : List.of("timestamp", "queuedAt", "versionNumber", "executionNumber")) {
      String value = "\"" + field + "\":" + digits;
      scripted.deliver("notify-next", "{" + value + ",\"execution\":{" + value + "}}");
      scripted.deliver("notify-next", "{\"execution\":{" + value + ".5}}");
    }
    assertStillWorks();
  }

  @Test
  void executionWithoutVersionIsIgnored() {
    scripted.client.onNextJobExecutionChanged(heard::add);
    scripted.deliver(
        "notify-next",
        "{\"execution\":{\"jobId\":\"job1\",\"status\":\"QUEUED\",\"executionNumber\":1}}");
    assertThat(heard).isEmpty();
  }

  @Test
  void messageOverTheLimitIsIgnored() {
    scripted.client.onNextJobExecutionChanged(heard::add);
    scripted.deliver("notify-next", "{\"new\":\"" + "x".repeat(300_000) + "\"}");
    assertThat(heard).isEmpty();
    assertStillWorks();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$aws/things/thing-2/jobs/notify-next",
        "$aws/things/thing-1/jobs",
        "$aws/things/thing-1/jobs/",
        "$aws/things/thing-1/jobs/notify-next/",
        "$aws/things/thing-1/jobs/notify-next/accepted",
        "$aws/things/thing-1/jobs/get/accepted/more",
        "$aws/things/thing-1/jobs/job1/update/else",
        "$aws/things/thing-1/jobs/job1/else/accepted",
        "$aws/things/thing-1/jobs/a/b/c/d",
        "",
        "elsewhere"
      })
  void messagesOnOtherTopicsAreIgnored(String topic) {
    scripted.client.onNextJobExecutionChanged(heard::add);
    scripted.transport.deliver(topic, "{\"execution\":" + EXECUTION + "}");
    scripted.scheduler.runDue();
    assertThat(heard).isEmpty();
    assertStillWorks();
  }

  @Test
  void malformedAnswerLeavesTheRequestToItsTimeout() {
    var request = scripted.client.getPendingJobExecutions();
    scripted.answer("get/accepted", "\"inProgressJobs\":7");
    assertThat(request).isNotDone();
    scripted.advance(Duration.ofSeconds(11));
    scripted.answer("get/accepted", "");
    assertThat(request).isCompleted();
  }
}

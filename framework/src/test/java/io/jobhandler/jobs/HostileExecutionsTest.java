package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that say what no service would say: the next one is understood all the same. */
class HostileExecutionsTest {
  private final ScriptedClient scripted = ScriptedClient.connected();
  private final List<NextJobExecutionChangedEvent> heard = new ArrayList<>();

  @AfterEach
  void close() {
    scripted.close();
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
    scripted.assertStillWorks();
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
    scripted.assertStillWorks();
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
    scripted.assertStillWorks();
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
    scripted.assertStillWorks();
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
    scripted.transport.deliver(topic, "{\"execution\":" + SampleMessage.EXECUTION + "}");
    scripted.scheduler.runDue();
    assertThat(heard).isEmpty();
    scripted.assertStillWorks();
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

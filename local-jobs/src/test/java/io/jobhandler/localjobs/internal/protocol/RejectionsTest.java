package io.jobhandler.localjobs.internal.protocol;

import static io.jobhandler.localjobs.internal.protocol.JobsHarness.JOBS;
import static io.jobhandler.localjobs.internal.protocol.JobsHarness.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.Transition;
import io.jobhandler.localjobs.internal.protocol.JobsHarness.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error a device can bring about, and which comes first. */
class RejectionsTest {
  private final JobsHarness jobs = new JobsHarness();

  @BeforeEach
  void queueAJob() {
    jobs.create("job1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notify",
        "get/accepted",
        "job1",
        "$next/update",
        "job1/delete",
        "job.1/get",
        "job1/ns/get",
        "job1/namespace-/get",
        "a/b/c/d"
      })
  void topicThatMapsToNoOperation(String subtopic) {
    Answer answer = jobs.ask(subtopic, "{\"clientToken\":\"t\"}");
    assertThat(answer.code()).isEqualTo("InvalidTopic");
    assertThat(answer.json().path("clientToken").textValue()).isEqualTo("t");
  }

  @Test
  void topicOfTheThingAlone() {
    Outgoing answer = jobs.api.answer("$aws/things/thing-1/jobs", new byte[0]);
    assertThat(answer.topic()).isEqualTo("$aws/things/thing-1/jobs/rejected");
    assertThat(JobsApi.serves("$aws/things/thing-1/jobs")).isTrue();
    assertThat(JobsApi.serves("$aws/things/thing-1/jobsx/get")).isFalse();
    assertThat(JobsApi.serves("$aws/things/thing-1/shadow/get")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "1", "{} {}", "{\"status\":", "nonsense", "\ufeff{}"})
  void payloadThatIsNoJsonObject(String payload) {
    assertThat(jobs.ask("job1/update", payload).code()).isEqualTo("InvalidJson");
    assertThat(jobs.ask("get", payload).code()).isEqualTo("InvalidJson");
  }

  @Test
  void payloadThatIsNotUtf8() {
    byte[] latin1 = "{\"clientToken\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    Outgoing answer = jobs.api.answer(JOBS + "get", latin1);
    assertThat(new String(answer.payload(), StandardCharsets.UTF_8))
        .contains("InvalidJson")
        .doesNotContain("clientToken");
  }

  @Test
  void emptyPayloadIsNoUpdate() {
    assertThat(jobs.ask("job1/update", "").code()).isEqualTo("InvalidJson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":null}",
        "{\"status\":1}",
        "{\"status\":\"DONE\"}",
        "{\"status\":\"CANCELED\"}",
        "{\"status\":\"TIMED_OUT\"}",
        "{\"status\":\"REMOVED\"}",
        "{\"status\":\"FAILED\",\"clientToken\":1}",
        "{\"status\":\"FAILED\",\"expectedVersion\":\"one\"}",
        "{\"status\":\"FAILED\",\"expectedVersion\":1.5}",
        "{\"status\":\"FAILED\",\"expectedVersion\":9223372036854775808}",
        "{\"status\":\"FAILED\",\"executionNumber\":\"1\"}",
        "{\"status\":\"FAILED\",\"includeJobDocument\":\"yes\"}",
        "{\"status\":\"FAILED\",\"includeJobExecutionState\":1}",
        "{\"status\":\"FAILED\",\"stepTimeoutInMinutes\":0}",
        "{\"status\":\"FAILED\",\"stepTimeoutInMinutes\":10081}",
        "{\"status\":\"FAILED\",\"stepTimeoutInMinutes\":-2}",
        "{\"status\":\"FAILED\",\"statusDetails\":[]}",
        "{\"status\":\"FAILED\",\"statusDetails\":{\"k\":1}}",
        "{\"status\":\"FAILED\",\"statusDetails\":{\"k\":\"\"}}",
        "{\"status\":\"FAILED\",\"statusDetails\":{\"k\":\"a\\nb\"}}",
        "{\"status\":\"FAILED\",\"statusDetails\":{\"k k\":\"v\"}}",
        "{\"status\":\"FAILED\",\"statusDetails\":{\"\":\"v\"}}"
      })
  void invalidUpdate(String payload) {
    Answer answer = jobs.ask("job1/update", payload);
    assertThat(answer.code()).isEqualTo("InvalidRequest");
    assertThat(answer.json().has("executionState")).isFalse();
    assertThat(jobs.service.history(THING, "job1")).hasSize(1);
  }

  @Test
  void statusDetailsHaveLimits() {
    assertThat(jobs.ask("job1/update", details(10, 128, 1024)).topic()).isEqualTo("accepted");
    assertThat(jobs.ask("job1/update", details(11, 3, 1)).code()).isEqualTo("InvalidRequest");
    assertThat(jobs.ask("job1/update", details(1, 129, 1)).code()).isEqualTo("InvalidRequest");
    Answer tooLong = jobs.ask("job1/update", details(1, 3, 1025));
    assertThat(tooLong.code()).isEqualTo("InvalidRequest");
    assertThat(tooLong.json().path("message").textValue()).hasSizeLessThan(300);
  }

  private static String details(int pairs, int keyLength, int valueLength) {
    StringBuilder json = new StringBuilder("{\"status\":\"IN_PROGRESS\",\"statusDetails\":{");
    for (int i = 0; i < pairs; i++) {
      String key = "%02d".formatted(i) + "k".repeat(keyLength - 2);
      json.append(i == 0 ? "" : ",").append('"').append(key).append("\":\"");
      json.append("v".repeat(valueLength)).append('"');
    }
    return json.append("}}").toString();
  }

  @Test
  void unknownExecution() {
    assertThat(jobs.ask("job2/get", "{}").code()).isEqualTo("ResourceNotFound");
    assertThat(jobs.update("job2", "FAILED").code()).isEqualTo("ResourceNotFound");
    assertThat(jobs.ask("job1/get", "{\"executionNumber\":2}").code())
        .isEqualTo("ResourceNotFound");
    jobs.service.deleteJob("job1", true);
    assertThat(jobs.ask("job1/get", "{}").code()).isEqualTo("ResourceNotFound");
  }

  @Test
  void endedExecutionTakesNoUpdateAndIsNotDescribed() {
    jobs.update("job1", "SUCCEEDED").accepted();
    Answer answer = jobs.update("job1", "IN_PROGRESS");
    assertThat(answer.code()).isEqualTo("InvalidStateTransition");
    assertThat(answer.json().at("/executionState/status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(answer.json().at("/executionState/versionNumber").longValue()).isEqualTo(2);
    Answer described = jobs.ask("job1/get", "{}");
    assertThat(described.code()).isEqualTo("TerminalStateReached");
    assertThat(described.json().has("executionState")).isFalse();
  }

  @Test
  void deviceCannotQueue() {
    assertThat(jobs.update("job1", "QUEUED").code()).isEqualTo("InvalidStateTransition");
  }

  @Test
  void expectedVersionMayBeText() {
    jobs.ask("job1/update", "{\"status\":\"IN_PROGRESS\",\"expectedVersion\":\"1\"}").accepted();
    assertThat(jobs.ask("job1/update", "{\"status\":\"FAILED\",\"expectedVersion\":\"1\"}").code())
        .isEqualTo("VersionMismatch");
    assertThat(
            jobs.ask("job1/update", "{\"status\":\"FAILED\",\"expectedVersion\":9007199254740993}")
                .json()
                .path("message")
                .textValue())
        .isEqualTo("Expected version 9007199254740993 but found version 2");
  }

  @Test
  void checksComeInOrder() {
    String wrongVersion = "{\"status\":\"FAILED\",\"expectedVersion\":7}";
    assertThat(jobs.ask("job2/update", "{\"status\":\"NO\"}").code()).isEqualTo("InvalidRequest");
    assertThat(jobs.ask("job2/update", wrongVersion).code()).isEqualTo("ResourceNotFound");
    assertThat(jobs.ask("job1/update", wrongVersion).code()).isEqualTo("VersionMismatch");
    jobs.update("job1", "FAILED");
    assertThat(jobs.ask("job1/update", wrongVersion).code()).isEqualTo("InvalidStateTransition");
  }

  @Test
  void unknownFieldsAreIgnored() {
    jobs.ask("get", "{\"thingName\":\"other\",\"jobId\":7,\"x\":[{}]}").accepted();
  }

  @Test
  void refusalsStandInTheHistory() {
    jobs.ask("job1/update", "{\"status\":\"FAILED\",\"expectedVersion\":7}");
    jobs.update("job1", "FAILED");
    jobs.update("job1", "SUCCEEDED");
    assertThat(jobs.service.history(THING, "job1"))
        .extracting(Transition::to, Transition::accepted, Transition::errorCode)
        .map(Object::toString)
        .containsExactly(
            "(QUEUED, true, null)",
            "(FAILED, false, \"VersionMismatch\")",
            "(FAILED, true, null)",
            "(SUCCEEDED, false, \"InvalidStateTransition\")");
  }
}

package io.jobhandler.localjobs.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ManualClock;
import io.jobhandler.localjobs.internal.service.JobsService;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The Jobs API without MQTT, at a time that stands still: 1767268800 is 2026-01-01T12:00:00Z. */
final class JobsHarness {
  static final String THING = "thing-1";
  static final String JOBS = "$aws/things/thing-1/jobs/";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T12:00:00.750Z"));
  final JobsService service = new JobsService(clock, () -> {}, request -> request::document);
  final JobsApi api = new JobsApi(service, clock);

  void create(String jobId) {
    service.createJob(CreateJob.builder(jobId).document("{\"a\":1}").targets(THING).build());
  }

  /**
   * Sends a request below the thing's jobs topic and gives the answer with its topic's last level.
   */
  Answer ask(String subtopic, String payload) {
    Outgoing answer = api.answer(JOBS + subtopic, payload.getBytes(StandardCharsets.UTF_8));
    String prefix = JOBS + subtopic + "/";
    assertThat(answer.topic()).startsWith(prefix);
    return new Answer(answer.topic().substring(prefix.length()), text(answer));
  }

  Answer update(String jobId, String status) {
    return ask(jobId + "/update", "{\"status\":\"" + status + "\"}");
  }

  /** What was published since the last call, as subtopic and payload. */
  List<Answer> notifications() {
    List<Answer> sent = new ArrayList<>();
    service.drain(
        event ->
            Notifications.encode(
                event,
                message ->
                    sent.add(new Answer(message.topic().substring(JOBS.length()), text(message)))));
    return sent;
  }

  private static String text(Outgoing message) {
    return new String(message.payload(), StandardCharsets.UTF_8);
  }

  /** A message: where it came, and its text. */
  record Answer(String topic, String payload) {
    JsonNode json() {
      try {
        return JSON.readTree(payload);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + payload, e);
      }
    }

    String code() {
      assertThat(topic).isEqualTo("rejected");
      return json().path("code").asText();
    }

    Answer accepted() {
      assertThat(topic).as(payload).isEqualTo("accepted");
      return this;
    }

    /** Compares field for field, types included. */
    void isExactly(String expected) {
      assertThat(json()).isEqualTo(new Answer(topic, expected).json());
    }
  }
}

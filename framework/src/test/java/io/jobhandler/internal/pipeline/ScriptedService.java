package io.jobhandler.internal.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.testkit.ManualScheduler;
import io.jobhandler.testkit.ScriptedTransport;
import io.jobhandler.testkit.ScriptedTransport.Published;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Jobs service as {@code thing-1} meets it on the wire: what it says is the test's to say. */
final class ScriptedService {
  static final String THING = "thing-1";
  private static final String PREFIX = "$aws/things/thing-1/jobs/";
  private static final JsonMapper JSON = new JsonMapper();

  final ScriptedTransport transport = new ScriptedTransport();
  private final ManualScheduler time;

  ScriptedService(ManualScheduler time) {
    this.time = time;
  }

  /** An update that was asked for, however often it was sent. */
  record Update(String jobId, JsonNode request) {
    String status() {
      return request.path("status").asText();
    }

    long expectedVersion() {
      return request.path("expectedVersion").asLong();
    }

    long stepTimeoutInMinutes() {
      return request.path("stepTimeoutInMinutes").asLong();
    }

    String detail(String key) {
      return request.path("statusDetails").path(key).asText();
    }

    @Override
    public String toString() {
      String reasonCode = detail("reasonCode");
      return jobId + " " + status() + (reasonCode.isEmpty() ? "" : " " + reasonCode);
    }
  }

  /** Opens the connection and says that nothing is pending. */
  void connect() {
    transport.connect();
    time.runDue();
    answerList();
  }

  void disconnect() {
    transport.disconnect("the test says so");
    time.runDue();
  }

  /** Opens the connection and refuses a subscription. */
  void connectAndRefuse() {
    transport.holdingSubscribes();
    transport.connect();
    time.runDue();
    transport.lastSubscribe().refuse(PREFIX + "notify", 135);
    time.runDue();
  }

  /** How often the pending list was asked for. */
  int listsAsked() {
    return sentTo("/jobs/get").size();
  }

  /** Answers the list that was asked for last. */
  void answerList(String... queued) {
    answer(
        "/jobs/get",
        "accepted",
        "\"inProgressJobs\":[],\"queuedJobs\":[%s],".formatted(summaries(queued)));
  }

  /** The jobs that were asked for, in order. */
  List<String> described() {
    return sentTo("/get").stream()
        .map(ScriptedService::jobId)
        .filter(jobId -> !jobId.isEmpty())
        .toList();
  }

  /** Answers the last request for an execution. */
  void describe(String jobId, JobStatus status, long version, String agentToken) {
    describe(jobId, status, version, agentToken, "");
  }

  /** Answers the last request for an execution, with more fields. */
  void describe(String jobId, JobStatus status, long version, String agentToken, String more) {
    describe(jobId, status, version, agentToken, more, "x");
  }

  /** Answers the last request for an execution of another operation than {@code x}. */
  void describe(
      String jobId,
      JobStatus status,
      long version,
      String agentToken,
      String more,
      String operation) {
    answer(
        "/" + jobId + "/get",
        "accepted",
        """
        "execution":{"jobId":"%s","status":"%s","queuedAt":%d,"versionNumber":%d,%s\
        "executionNumber":1,"statusDetails":{"agentToken":"%s"},\
        "jobDocument":{"operation":"%s"}},"""
            .formatted(
                jobId,
                status,
                TestJobs.QUEUED_AT.getEpochSecond(),
                version,
                more,
                agentToken,
                operation));
  }

  /** Answers the last request for an execution that is ours, but for its document. */
  void describeWithoutDocument(String jobId, String agentToken) {
    answer(
        "/" + jobId + "/get",
        "accepted",
        """
        "execution":{"jobId":"%s","status":"IN_PROGRESS","queuedAt":%d,"versionNumber":3,\
        "executionNumber":1,"statusDetails":{"agentToken":"%s"}},"""
            .formatted(jobId, TestJobs.QUEUED_AT.getEpochSecond(), agentToken));
  }

  /** Answers the last request for an execution with none. */
  void describeNothing(String jobId) {
    answer("/" + jobId + "/get", "accepted", "");
  }

  /** Answers the last request for an execution that this agent has begun, with its document. */
  void describeOurs(String jobId, String document) {
    answer(
        "/" + jobId + "/get",
        "accepted",
        """
        "execution":{"jobId":"%s","status":"IN_PROGRESS","queuedAt":%d,"versionNumber":3,\
        "executionNumber":1,"statusDetails":{"agentToken":"%s"},"jobDocument":%s},"""
            .formatted(jobId, TestJobs.QUEUED_AT.getEpochSecond(), EngineFixture.TOKEN, document));
  }

  /** Answers the last request for an execution that has not begun. */
  void describeQueued(String jobId, String operation) {
    answer(
        "/" + jobId + "/get",
        "accepted",
        """
        "execution":{"jobId":"%s","status":"QUEUED","queuedAt":%d,"versionNumber":1,\
        "executionNumber":1,"jobDocument":{"operation":"%s"}},"""
            .formatted(jobId, TestJobs.QUEUED_AT.getEpochSecond(), operation));
  }

  void refuseDescription(String code) {
    answer("/get", "rejected", "\"code\":\"%s\",".formatted(code));
  }

  /** Refuses the last request for an execution. */
  void refuseDescription(String jobId, String code) {
    answer("/" + jobId + "/get", "rejected", "\"code\":\"%s\",".formatted(code));
  }

  /** The updates so far, without what was sent again. */
  List<Update> updates() {
    Map<String, Update> byToken = new LinkedHashMap<>();
    sentTo("/update")
        .forEach(
            sent ->
                byToken.putIfAbsent(
                    sent.clientToken(), new Update(jobId(sent), read(sent.text()))));
    return List.copyOf(byToken.values());
  }

  /** The updates as job, status and reason code. */
  List<String> updatesInShort() {
    return updates().stream().map(Update::toString).toList();
  }

  Update lastUpdate() {
    List<Update> updates = updates();
    return updates.get(updates.size() - 1);
  }

  /** Accepts the last update of a job. */
  void accept(String jobId) {
    answer("/" + jobId + "/update", "accepted", "");
  }

  /** Accepts the last update. */
  void accept() {
    answer("/update", "accepted", "");
  }

  /** Refuses the last update. */
  void refuse(String code) {
    answer("/update", "rejected", "\"code\":\"%s\",".formatted(code));
  }

  /** Refuses the last update and says what is stored in its place. */
  void refuse(String code, JobStatus stored, long version, String agentToken) {
    answer(
        "/update",
        "rejected",
        """
        "code":"%s","executionState":{"status":"%s","versionNumber":%d,\
        "statusDetails":{"agentToken":"%s"}},"""
            .formatted(code, stored, version, agentToken));
  }

  /** A notification that brings a job whose document has nothing but the operation {@code x}. */
  void bring(String jobId) {
    bring(jobId, "{\"operation\":\"x\"}");
  }

  void bring(String jobId, String document) {
    deliver(
        "notify-next",
        """
        {"execution":{"jobId":"%s","status":"QUEUED","queuedAt":%d,"versionNumber":1,\
        "executionNumber":1,"jobDocument":%s}}"""
            .formatted(jobId, TestJobs.QUEUED_AT.getEpochSecond(), document));
  }

  /** A notification of the pending list. */
  void list(String... queued) {
    deliver("notify", "{\"jobs\":{\"QUEUED\":[%s]}}".formatted(summaries(queued)));
  }

  /** A notification of the pending list, with those that are IN_PROGRESS. */
  void list(List<String> begun, String... queued) {
    deliver(
        "notify",
        "{\"jobs\":{\"IN_PROGRESS\":[%s],\"QUEUED\":[%s]}}"
            .formatted(summaries(begun.toArray(String[]::new)), summaries(queued)));
  }

  private static String summaries(String... jobIds) {
    return Stream.of(jobIds)
        .map(
            jobId ->
                "{\"jobId\":\"%s\",\"queuedAt\":%d,\"versionNumber\":1,\"executionNumber\":1}"
                    .formatted(jobId, TestJobs.QUEUED_AT.getEpochSecond()))
        .collect(Collectors.joining(","));
  }

  /** Answers the last request whose topic has this end. */
  private void answer(String topicEnd, String verdict, String fields) {
    time.runDue();
    List<Published> sent = sentTo(topicEnd);
    Published request = sent.get(sent.size() - 1);
    deliver(
        request.topic().substring(PREFIX.length()) + "/" + verdict,
        "{%s\"clientToken\":\"%s\"}".formatted(fields, request.clientToken()));
  }

  private void deliver(String topic, String message) {
    transport.deliver(PREFIX + topic, message);
    time.runDue();
  }

  private List<Published> sentTo(String topicEnd) {
    return transport.publishes().stream()
        .filter(published -> published.topic().endsWith(topicEnd))
        .toList();
  }

  /** The job that a request's topic names; empty where it names none. */
  private static String jobId(Published request) {
    String place = request.topic().substring(PREFIX.length());
    return place.substring(0, Math.max(0, place.lastIndexOf('/')));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON was sent", e);
    }
  }
}

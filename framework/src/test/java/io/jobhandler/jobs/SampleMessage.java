package io.jobhandler.jobs;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A topic with a message that belongs on it. */
record SampleMessage(String topic, String message) {
  static final String EXECUTION =
      "{\"jobId\":\"job1\",\"thingName\":\"thing-1\",\"status\":\"QUEUED\",\"statusDetails\":"
          + "{\"a\":\"b\"},\"queuedAt\":1767258000,\"versionNumber\":1,\"executionNumber\":1,"
          + "\"approximateSecondsBeforeTimedOut\":9,\"jobDocument\":{\"a\":[1.0,\"\\u00e9\"]}}";

  private static final String SUMMARIES =
      "[{\"jobId\":\"job1\",\"queuedAt\":1767258000,\"versionNumber\":1,\"executionNumber\":1}]";
  private static final String REJECTED =
      "{\"code\":\"VersionMismatch\",\"message\":\"m\",\"timestamp\":1,\"clientToken\":\"t\","
          + "\"executionState\":{\"status\":\"QUEUED\",\"versionNumber\":1}}";

  /** One of each kind. */
  static Stream<SampleMessage> all() {
    String withExecution =
        "{\"execution\":" + EXECUTION + ",\"timestamp\":1,\"clientToken\":\"t\"}";
    return Stream.of(
        new SampleMessage("notify", "{\"jobs\":{\"QUEUED\":" + SUMMARIES + "},\"timestamp\":1}"),
        new SampleMessage("notify-next", withExecution),
        new SampleMessage(
            "get/accepted", "{\"inProgressJobs\":[],\"queuedJobs\":" + SUMMARIES + "}"),
        new SampleMessage("get/rejected", REJECTED),
        new SampleMessage("start-next/accepted", withExecution),
        new SampleMessage("start-next/rejected", REJECTED),
        new SampleMessage("job1/get/accepted", withExecution),
        new SampleMessage("$next/get/accepted", withExecution),
        new SampleMessage("job1/get/rejected", REJECTED),
        new SampleMessage(
            "job1/update/accepted",
            "{\"executionState\":{\"status\":\"FAILED\","
                + "\"statusDetails\":{},\"versionNumber\":2},\"jobDocument\":{},\"timestamp\":1}"),
        new SampleMessage("job1/update/rejected", REJECTED));
  }

  byte[] bytes() {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return topic;
  }
}

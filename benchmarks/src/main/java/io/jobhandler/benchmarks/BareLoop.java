package io.jobhandler.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * What somebody would write by hand on the SDK's MQTT client, with the messages that JobHandler
 * sends and gets: follow notify-next, and two updates a job, with a step timer and a detail. It
 * waits on a thread of its own, since handlers must not run on the SDK's. It keeps nothing, sends
 * nothing twice, looks into no list, and watches for no cancellation and no deadline.
 */
final class BareLoop implements JobLoop {
  private static final int STEP_TIMEOUT_MINUTES = 62;
  private static final String AGENT_TOKEN = UUID.randomUUID().toString();

  @Override
  public void run(int port, String thing, int count)
      throws InterruptedException, ExecutionException, TimeoutException {
    NoopHandler handler = new NoopHandler(new CountDownLatch(count));
    try (BareConnection connection = new BareConnection(port, thing)) {
      JsonNode execution = connection.request("$next/get", newObject()).required("execution");
      for (int i = 0; i < count; i++) {
        String topic = execution.required("jobId").textValue() + "/update";
        long version = execution.required("versionNumber").longValue();
        connection.request(
            topic,
            update("IN_PROGRESS", version).put("stepTimeoutInMinutes", STEP_TIMEOUT_MINUTES));
        handler.run();
        connection.request(topic, update("SUCCEEDED", version + 1));
        JsonNode next = connection.next();
        if (i + 1 < count) {
          execution = next.required("execution");
        }
      }
    }
  }

  private static ObjectNode update(String status, long expectedVersion) {
    ObjectNode update = newObject().put("status", status).put("expectedVersion", expectedVersion);
    update.putObject("statusDetails").put("agentToken", AGENT_TOKEN);
    return update;
  }

  private static ObjectNode newObject() {
    return JsonLines.MAPPER.createObjectNode();
  }
}

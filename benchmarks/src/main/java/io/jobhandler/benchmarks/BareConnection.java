package io.jobhandler.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;
import software.amazon.awssdk.crt.mqtt5.packets.SubscribePacket;

/** One thing's Jobs topics by hand, for one request at a time. */
final class BareConnection implements AutoCloseable {
  private static final long TIMEOUT_SECONDS = 10;
  private static final String NOTIFY = "notify";
  private static final String NOTIFY_NEXT = "notify-next";

  private final String prefix;
  private final Mqtt5Client client;
  private final BlockingQueue<PublishPacket> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<PublishPacket> notifications = new LinkedBlockingQueue<>();
  private long requests;

  BareConnection(int port, String thing)
      throws InterruptedException, ExecutionException, TimeoutException {
    prefix = "$aws/things/" + thing + "/jobs/";
    String changed = prefix + NOTIFY;
    String nextChanged = prefix + NOTIFY_NEXT;
    client =
        Connections.fast(
            port,
            thing,
            (from, event) -> {
              PublishPacket message = event.getPublishPacket();
              if (message.getTopic().equals(nextChanged)) {
                notifications.add(message);
              } else if (!message.getTopic().equals(changed)) {
                answers.add(message);
              }
            });
    SubscribePacket subscriptions =
        new SubscribePacket.SubscribePacketBuilder()
            .withSubscription(changed, QOS.AT_LEAST_ONCE)
            .withSubscription(nextChanged, QOS.AT_LEAST_ONCE)
            .withSubscription(prefix + "+/get/+", QOS.AT_MOST_ONCE)
            .withSubscription(prefix + "+/update/+", QOS.AT_MOST_ONCE)
            .build();
    client.subscribe(subscriptions).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  /** Sends a request and waits for its acceptance. */
  JsonNode request(String topic, ObjectNode body) throws InterruptedException, TimeoutException {
    String token = Long.toString(++requests);
    body.put("clientToken", token);
    client.publish(
        new PublishPacket.PublishPacketBuilder(prefix + topic, QOS.AT_LEAST_ONCE, bytes(body))
            .build());
    PublishPacket message = take(answers);
    JsonNode answer = JsonLines.parse(message.getPayload());
    if (!message.getTopic().endsWith("/accepted")
        || !token.equals(answer.path("clientToken").textValue())) {
      throw new IllegalStateException(topic + " was answered with " + answer);
    }
    return answer;
  }

  /** Waits for the next message of notify-next. */
  JsonNode next() throws InterruptedException, TimeoutException {
    return JsonLines.parse(take(notifications).getPayload());
  }

  private static PublishPacket take(BlockingQueue<PublishPacket> messages)
      throws InterruptedException, TimeoutException {
    PublishPacket message = messages.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new TimeoutException("nothing came in " + TIMEOUT_SECONDS + " s");
    }
    return message;
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return JsonLines.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Connections.close(client);
  }
}

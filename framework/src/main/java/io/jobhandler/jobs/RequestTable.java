package io.jobhandler.jobs;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.transport.MqttLink;
import io.jobhandler.internal.transport.PublishPacer.Priority;
import io.jobhandler.spi.MqttQos;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The requests under way, found again by the token that their answers echo. Confined to the loop.
 */
final class RequestTable {

  /** A request as it goes out, the same at every attempt, so that a late answer still counts. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Outgoing(
      String name, String topic, String clientToken, byte[] payload, Priority priority) {}

  private final Map<String, CompletableFuture<JobsResponse>> underWay = new HashMap<>();
  private final Loop loop;
  private final MqttQos qos;

  RequestTable(Loop loop, MqttQos qos) {
    this.loop = loop;
    this.qos = qos;
  }

  /** Sends once and waits for the answer. */
  CompletableFuture<JobsResponse> send(MqttLink link, Outgoing request, Duration timeout) {
    CompletableFuture<JobsResponse> answer = new CompletableFuture<>();
    underWay.put(request.clientToken(), answer);
    answer.whenComplete((response, failure) -> underWay.remove(request.clientToken(), answer));
    link.publish(
            request.topic(),
            request.payload(),
            qos,
            request.priority(),
            () -> startTimer(request, answer, timeout))
        .whenComplete(
            (acknowledged, failure) -> {
              if (failure != null) {
                loop.execute(() -> answer.completeExceptionally(notSent(request, failure)));
              }
            });
    return answer;
  }

  /** The time runs from when the request goes out: it may have had to wait for its turn. */
  private void startTimer(
      Outgoing request, CompletableFuture<JobsResponse> answer, Duration timeout) {
    Loop.Timer timer =
        loop.schedule(timeout, () -> answer.completeExceptionally(timedOut(request, timeout)));
    answer.whenComplete((response, failure) -> timer.cancel());
  }

  /** Gives an answer to its request; false where none waits for it (late, or another's). */
  boolean answer(JobsResponse response) {
    String token = response.clientToken();
    CompletableFuture<JobsResponse> waiting = token == null ? null : underWay.get(token);
    return waiting != null && waiting.complete(response);
  }

  private static JobsException timedOut(Outgoing request, Duration timeout) {
    return JobsException.of(
        JobsException.Kind.TIMED_OUT,
        "%s was not answered within %s".formatted(request.name(), timeout),
        null);
  }

  private static JobsException notSent(Outgoing request, Throwable failure) {
    return JobsException.of(
        JobsException.Kind.NOT_SENT,
        "%s could not be sent: %s".formatted(request.name(), failure.getMessage()),
        failure);
  }
}

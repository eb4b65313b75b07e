package io.jobhandler.jobs;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.transport.MqttLink;
import io.jobhandler.internal.transport.PublishPacer.Priority;
import io.jobhandler.spi.MqttQos;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests until they are answered, as often as the settings say. May be called by any
 * thread; the work is done on the loop.
 */
final class RequestSender {
  /** An answer can be lost just after the subscription was granted: ask again early then. */
  private static final Duration FIRST_TIMEOUT_AFTER_CONNECT = Duration.ofSeconds(1);

  private final MqttLink link;
  private final JobsTopics topics;
  private final JobsClientSettings settings;
  private final Loop loop;
  private final RequestTable table;
  private final Retry retry;
  private final String tokenPrefix = UUID.randomUUID() + "-";
  private final AtomicLong sequence = new AtomicLong();
  private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private boolean justConnected;

  RequestSender(MqttLink link, JobsTopics topics, JobsClientSettings settings, Loop loop) {
    this.link = link;
    this.topics = topics;
    this.settings = settings;
    this.loop = loop;
    this.table = new RequestTable(loop, settings.requestQos());
    this.retry = newRetry(settings);
  }

  private static Retry newRetry(JobsClientSettings settings) {
    return Retry.of(
        "jobhandler-requests",
        RetryConfig.custom()
            .maxAttempts(settings.maxAttempts())
            .intervalFunction(
                IntervalFunction.ofExponentialRandomBackoff(
                    settings.initialBackoff(), 2.0, 0.5, settings.maxBackoff()))
            .retryOnException(failure -> JobsException.from(failure).isRetryable())
            .build());
  }

  CompletableFuture<JobsResponse> request(
      Operation operation, @Nullable String jobId, JobsRequest request) {
    RequestTable.Outgoing outgoing = outgoing(operation, jobId, request);
    CompletableFuture<JobsResponse> result = track(new CompletableFuture<>());
    retry
        .executeCompletionStage(loop.executor(), () -> onLoop(outgoing))
        .whenComplete((answer, failure) -> complete(result, answer, failure));
    return result;
  }

  /** Publishes without waiting for an answer. */
  CompletableFuture<Void> publish(
      Operation operation, @Nullable String jobId, JobsRequest request, MqttQos qos) {
    String topic = topics.request(operation, jobId);
    byte[] payload = JobsJson.write(request);
    CompletableFuture<Void> acknowledged = track(new CompletableFuture<>());
    loop.execute(
        () ->
            link.publish(topic, payload, qos, Priority.NORMAL, () -> {})
                .whenComplete((done, failure) -> complete(acknowledged, null, failure)));
    return acknowledged;
  }

  boolean answer(JobsResponse answer) {
    return table.answer(answer);
  }

  void onConnected() {
    justConnected = true;
  }

  void close() {
    closed.set(true);
    underWay.values().forEach(result -> result.completeExceptionally(closedException()));
  }

  static JobsException closedException() {
    return JobsException.of(JobsException.Kind.CLOSED, "the client is closed", null);
  }

  private RequestTable.Outgoing outgoing(
      Operation operation, @Nullable String jobId, JobsRequest request) {
    String chosen = request.clientToken();
    String token = chosen == null ? tokenPrefix + sequence.incrementAndGet() : chosen;
    boolean terminal =
        request instanceof UpdateJobExecutionRequest update && update.status().isTerminal();
    return new RequestTable.Outgoing(
        operation + (jobId == null ? "" : " " + jobId),
        topics.request(operation, jobId),
        token,
        JobsJson.write(request.withClientToken(token)),
        terminal ? Priority.TERMINAL : Priority.NORMAL);
  }

  private CompletableFuture<JobsResponse> onLoop(RequestTable.Outgoing outgoing) {
    CompletableFuture<JobsResponse> result = new CompletableFuture<>();
    loop.execute(
        () ->
            attempt(outgoing).whenComplete((answer, failure) -> complete(result, answer, failure)));
    return result;
  }

  private CompletableFuture<JobsResponse> attempt(RequestTable.Outgoing outgoing) {
    Duration timeout = settings.requestTimeout();
    if (justConnected && timeout.compareTo(FIRST_TIMEOUT_AFTER_CONNECT) > 0) {
      timeout = FIRST_TIMEOUT_AFTER_CONNECT;
    }
    justConnected = false;
    return table
        .send(link, outgoing, timeout)
        .thenApply(answer -> acceptedOrThrow(outgoing.name(), answer));
  }

  private static JobsResponse acceptedOrThrow(String name, JobsResponse answer) {
    if (answer instanceof RejectedError error) {
      throw JobsException.rejected(name, error);
    }
    return answer;
  }

  /** Lets the client fail what is under way when it is closed: nothing waits for ever. */
  private <T> CompletableFuture<T> track(CompletableFuture<T> result) {
    Long number = sequence.incrementAndGet();
    underWay.put(number, result);
    result.whenComplete((answer, failure) -> underWay.remove(number));
    if (closed.get()) {
      result.completeExceptionally(closedException());
    }
    return result;
  }

  private static <T> void complete(
      CompletableFuture<T> result, @Nullable T answer, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(answer);
    } else {
      result.completeExceptionally(JobsException.from(failure));
    }
  }
}

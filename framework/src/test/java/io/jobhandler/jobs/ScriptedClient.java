package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import io.jobhandler.testkit.ScriptedTransport;
import io.jobhandler.testkit.ScriptedTransport.Published;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client of {@code thing-1} on a scripted connection and in virtual time. */
final class ScriptedClient implements AutoCloseable {
  static final String THING = "thing-1";
  static final String PREFIX = "$aws/things/thing-1/jobs/";

  /** Unlimited, so that no real clock plays a part. */
  static final JobsClientSettings UNPACED = JobsClientSettings.defaults().withPublishesPerSecond(0);

  final ManualScheduler scheduler = new ManualScheduler();
  final ScriptedTransport transport;
  final JobsClient client;
  final List<ConnectionState> states = new ArrayList<>();
  final CompletableFuture<Void> started;

  ScriptedClient() {
    this(UNPACED);
  }

  ScriptedClient(JobsClientSettings settings) {
    this(settings, new ScriptedTransport());
  }

  ScriptedClient(JobsClientSettings settings, ScriptedTransport transport) {
    this.transport = transport;
    this.client =
        new JobsClient(
            JobsClient.builder(THING, transport).settings(settings),
            new Loop(scheduler, scheduler::nanoTime),
            () -> {});
    client.onConnectionChanged(states::add);
    this.started = client.start();
  }

  /** Connects, and lets the first request after it pass, which times out early. */
  static ScriptedClient connected() {
    return connected(UNPACED);
  }

  static ScriptedClient connected(JobsClientSettings settings) {
    ScriptedClient scripted = new ScriptedClient(settings);
    scripted.connect();
    CompletableFuture<?> first = scripted.client.getPendingJobExecutions();
    scripted.answer("get/accepted", "\"inProgressJobs\":[],\"queuedJobs\":[]");
    first.join();
    return scripted;
  }

  ScriptedClient connect() {
    transport.connect();
    scheduler.runDue();
    return this;
  }

  ScriptedClient disconnect() {
    transport.disconnect("the test says so");
    scheduler.runDue();
    return this;
  }

  void advance(Duration duration) {
    scheduler.advance(duration);
  }

  /** Has a message arrive under the thing's jobs. */
  ScriptedClient deliver(String topic, String message) {
    scheduler.runDue();
    transport.deliver(PREFIX + topic, message);
    scheduler.runDue();
    return this;
  }

  ScriptedClient deliver(String topic, byte[] message) {
    scheduler.runDue();
    transport.deliver(PREFIX + topic, message);
    scheduler.runDue();
    return this;
  }

  /** Answers the last request with some fields and its token. */
  void answer(String topic, String fields) {
    scheduler.runDue();
    String comma = fields.isEmpty() ? "" : ",";
    deliver(topic, "{" + fields + comma + "\"clientToken\":\"" + lastToken() + "\"}");
  }

  /** Answers the last request with a message that has {@code TOKEN} where its token belongs. */
  void answerLiterally(String topic, String message) {
    scheduler.runDue();
    deliver(topic, message.replace("TOKEN", lastToken()));
  }

  /** Has the last request be answered so, and gives what it is completed with. */
  <T> T answered(CompletableFuture<T> request, String topic, String message) {
    answerLiterally(topic, message);
    return request.join();
  }

  String lastToken() {
    return transport.lastPublish().clientToken();
  }

  /** The publishes since the client connected, without the one that {@link #connected} made. */
  List<Published> requestsTo(String topic) {
    scheduler.runDue();
    return transport.publishesTo(PREFIX + topic);
  }

  /** Makes sure that messages are told and requests answered. */
  void assertStillWorks() {
    List<NextJobExecutionChangedEvent> heardNow = new ArrayList<>();
    client.onNextJobExecutionChanged(heardNow::add);
    deliver("notify-next", "{}");
    assertThat(heardNow).hasSize(1);
    var request = client.getPendingJobExecutions();
    answer("get/accepted", "\"inProgressJobs\":[],\"queuedJobs\":[]");
    assertThat(request).isCompleted();
  }

  @Override
  public void close() {
    client.close();
    scheduler.runDue();
  }
}

package io.jobhandler.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.journal.MemoryJournal;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.session.QueueTimings;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.testkit.ManualScheduler;
import io.jobhandler.testkit.ScriptedTransport;
import io.jobhandler.testkit.ScriptedTransport.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The engine of {@code thing-1} with one handler, for operation {@code x}, on a scripted connection
 * and in virtual time. A request is tried once and given up after a second.
 */
final class ScriptedEngine {
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final String PREFIX = "$aws/things/thing-1/jobs/";
  private static final Duration NEVER = Duration.ofDays(300);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What the handler does; it may move the clock and play the service meanwhile. */
  @FunctionalInterface
  interface Script {
    JobResult play(ScriptedEngine engine, ProgressReporter progress);
  }

  final ManualScheduler manual = new ManualScheduler();
  private final ScriptedTransport transport = new ScriptedTransport();
  private final Queue<Runnable> handlerThread = new ArrayDeque<>();

  /** Connects, with nothing in the queue. */
  ScriptedEngine(HandlerMethod method, Duration progressInterval, Script script) {
    Loop loop = new Loop(manual, manual::nanoTime);
    JobsClientSettings oneTry =
        JobsClientSettings.defaults()
            .withRequests(Duration.ofSeconds(1), 1)
            .withPublishesPerSecond(0); // so that no real clock plays a part
    JobsClient client =
        JobsClient.builder("thing-1", transport).settings(oneTry).executor(manual).build();
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(
        Handlers.dispatcher(invocation -> script.play(this, invocation.progress()), method),
        new Object());
    EngineSettings settings =
        new EngineSettings(
            new StepTimer(Duration.ofMinutes(10), Map.of(), Map.of(), GRACE),
            progressInterval,
            new QueueTimings(Duration.ZERO, NEVER, NEVER, NEVER),
            false);
    new Engine(
        client,
        loop,
        new DocumentDecoder(handlers),
        new MemoryJournal(),
        handlerThread::add,
        new AgentToken("agent-1"),
        settings);
    client.start();
    connect();
  }

  private void connect() {
    transport.connect();
    manual.runDue();
    answer(transport.lastPublish(), "accepted", "\"inProgressJobs\":[],\"queuedJobs\":[],");
  }

  /** Lets a job come and be admitted, and its handler run to its end on the calling thread. */
  void run(String jobId) {
    transport.deliver(
        PREFIX + "notify-next",
        """
        {"execution": {"jobId": "%s", "status": "QUEUED", "queuedAt": 1, "lastUpdatedAt": 1,
         "versionNumber": 1, "executionNumber": 1, "jobDocument": {"operation": "x"}}}"""
            .formatted(jobId));
    manual.runDue();
    accept();
    handlerThread.remove().run();
    manual.runDue();
  }

  /** The updates that were sent, in order. */
  List<JsonNode> updates() {
    return updatesAfter(0);
  }

  /** The updates that were sent after so many. */
  List<JsonNode> updatesAfter(int count) {
    return transport.publishes().stream()
        .filter(published -> published.topic().endsWith("/update"))
        .skip(count)
        .map(ScriptedEngine::json)
        .toList();
  }

  /** How many requests were sent to describe an execution. */
  int descriptions(String jobId) {
    return transport.publishesTo(PREFIX + jobId + "/get").size();
  }

  /** Accepts the update that was sent last. */
  void accept() {
    answer(transport.lastPublish(), "accepted", "");
  }

  /** Refuses the update that was sent last, as the execution has ended in the cloud. */
  void refuse() {
    answer(transport.lastPublish(), "rejected", "\"code\":\"TerminalStateReached\",");
  }

  private void answer(Published request, String how, String fields) {
    transport.deliver(
        request.topic() + "/" + how,
        "{" + fields + "\"clientToken\":\"" + request.clientToken() + "\"}");
    manual.runDue();
  }

  private static JsonNode json(Published published) {
    try {
      return MAPPER.readTree(published.payload());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

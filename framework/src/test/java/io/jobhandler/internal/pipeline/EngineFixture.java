package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.admission.AttemptRules;
import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.session.QueueTimings;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An engine over a real client, with the wire, the time and the handler threads in hand. */
final class EngineFixture {
  static final Duration STEP_TIMEOUT = Duration.ofMinutes(10);
  static final Duration GRACE = Duration.ofSeconds(30);
  static final Duration PATIENCE = Duration.ofSeconds(2);
  static final Duration BACKOFF = Duration.ofSeconds(5);
  static final Duration RESTART_TIMEOUT = Duration.ofMinutes(30);
  static final String TOKEN = "agent-1";

  /** So long that no test meets it. */
  private static final Duration NEVER = Duration.ofDays(300);

  /** One attempt a request and no pace, so that neither chance nor a real clock plays a part. */
  private static final JobsClientSettings PLAIN =
      JobsClientSettings.defaults()
          .withRequests(Duration.ofSeconds(1), 1)
          .withPublishesPerSecond(0);

  final ManualScheduler time = new ManualScheduler();
  final ScriptedService service = new ScriptedService(time);
  final FailingJournal journal = new FailingJournal();
  final HeldThreads threads = new HeldThreads();

  /** The jobs whose handler was called. */
  final List<String> handled = new ArrayList<>();

  /** The restarts that were asked for, in order. */
  final List<JobResult.Restart.Kind> restarts = new ArrayList<>();

  /** What the handler of the operation {@code x} does. */
  Handlers.Body handler = invocation -> JobResult.succeeded();

  final Engine engine;
  private @Nullable AssertionError failedAssertion;

  EngineFixture() {
    this(Handlers.method("x", null), TestPayloads::none, Duration.ZERO, false);
  }

  private EngineFixture(
      HandlerMethod method,
      Function<Loop, PayloadStage> payloads,
      Duration progressInterval,
      boolean leaveUnknownOperations) {
    this(
        new DeviceIdentity("boot-1", "process-1"),
        List.of(),
        1,
        payloads,
        progressInterval,
        leaveUnknownOperations,
        method);
  }

  private EngineFixture(
      DeviceIdentity identity,
      List<JobGate> gates,
      int room,
      Function<Loop, PayloadStage> payloads,
      Duration progressInterval,
      boolean leaveUnknownOperations,
      HandlerMethod... methods) {
    JobsClient client =
        JobsClient.builder(ScriptedService.THING, service.transport)
            .settings(PLAIN)
            .executor(time)
            .build();
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(Handlers.dispatcher(this::handle, methods), new Object());
    Loop loop = new Loop(time, time::nanoTime);
    engine =
        new Engine(
            client,
            loop,
            new DocumentDecoder(handlers),
            payloads.apply(loop),
            journal,
            threads,
            new AgentToken(TOKEN),
            identity,
            gates,
            new EngineSettings(
                new StepTimer(STEP_TIMEOUT, Map.of(), Map.of(), GRACE),
                new AttemptRules(3, Map.of(), Map.of(), BACKOFF),
                RESTART_TIMEOUT,
                room,
                progressInterval,
                new QueueTimings(Duration.ZERO, PATIENCE, NEVER, NEVER),
                leaveUnknownOperations),
            restarts::add);
    client.start();
  }

  private @Nullable JobResult handle(JobInvocation invocation) throws Throwable {
    handled.add(invocation.context().jobId());
    try {
      return handler.run(invocation);
    } catch (AssertionError e) {
      failedAssertion = e; // for the test, which would see the job FAILED and no more
      throw e;
    }
  }

  static EngineFixture connected() {
    return connected(new EngineFixture());
  }

  /** Has a handler for the operation {@code x} that is described so. */
  static EngineFixture connected(HandlerMethod method, Duration progressInterval) {
    return connected(new EngineFixture(method, TestPayloads::none, progressInterval, false));
  }

  /** Has a handler for the operation {@code x} that takes payloads. */
  static EngineFixture connected(HandlerMethod method, Function<Loop, PayloadStage> payloads) {
    return connected(new EngineFixture(method, payloads, Duration.ofDays(1), false));
  }

  /** Leaves jobs that no handler takes to other agents. */
  static EngineFixture connectedAndLeavingUnknownOperations() {
    return connected(
        new EngineFixture(Handlers.method("x", null), TestPayloads::none, Duration.ZERO, true));
  }

  private static EngineFixture connected(EngineFixture fixture) {
    fixture.service.connect();
    return fixture;
  }

  /** Takes up what the process before this one has left. */
  CompletableFuture<Void> recover(JournalEntry... left) {
    journal.left.addAll(List.of(left));
    CompletableFuture<Void> recovered = engine.recover();
    time.runDue();
    return recovered;
  }

  /** Brings a job, which the service lets us begin; its handler waits for its thread. */
  EngineFixture admitted(String jobId) {
    service.bring(jobId);
    service.accept();
    return this;
  }

  /** Has the handler that waits run to its end, and fails where it has found something wrong. */
  void runHandler() {
    threads.runNext();
    time.runDue();
    if (failedAssertion != null) {
      throw failedAssertion;
    }
  }

  void advance(Duration duration) {
    time.advance(duration);
  }
}

package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.internal.admission.AttemptRules;
import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.fixture.FailingJournal;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Findings;
import io.jobhandler.internal.health.Trouble;
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
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An engine over a real client, with the wire, the time and the handler threads in hand. */
final class EngineFixture {
  static final Duration STEP_TIMEOUT = Duration.ofMinutes(10);
  static final Duration GRACE = Duration.ofSeconds(30);

  /** Less than the time that a request may take. */
  static final Duration PATIENCE = Duration.ofMillis(500);

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

  /** What is wrong with the engine. */
  final Findings findings = new Findings(time::nanoTime, () -> {});

  /** The jobs whose handler was called. */
  final List<String> handled = new ArrayList<>();

  /** The restarts that were asked for, in order. */
  final List<JobResult.Restart.Kind> restarts = new ArrayList<>();

  /** What the handlers do. */
  Handlers.Body handler = invocation -> JobResult.succeeded();

  /** What goes on after a restart. */
  Handlers.ContinuationBody afterRestart = invocation -> JobResult.succeeded();

  /** What is done when a job was cancelled. */
  Handlers.ContinuationBody onCancelled = invocation -> null;

  final Engine engine;
  private volatile @Nullable AssertionError failedAssertion;
  private int answered;

  /** An engine whose handler takes the operation {@code x}, one job at a time. */
  EngineFixture() {
    this(new Options());
  }

  private EngineFixture(Options options) {
    JobsClient client =
        JobsClient.builder(ScriptedService.THING, service.transport)
            .settings(PLAIN)
            .executor(time)
            .build();
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(
        Handlers.dispatcher(
            this::handle,
            invocation -> afterRestart.run(invocation),
            invocation -> onCancelled.run(invocation),
            options.methods.toArray(HandlerMethod[]::new)),
        new Object());
    Loop loop = new Loop(time, time::nanoTime);
    engine =
        new Engine(
            client,
            loop,
            new DocumentDecoder(handlers),
            options.payloads.apply(loop),
            journal,
            threads,
            new AgentToken(TOKEN),
            options.identity,
            new EngineSettings(
                new StepTimer(STEP_TIMEOUT, Map.of(), Map.of(), GRACE),
                new AttemptRules(3, Map.of(), Map.of(), BACKOFF),
                RESTART_TIMEOUT,
                options.room,
                options.progressInterval,
                new QueueTimings(Duration.ZERO, PATIENCE, NEVER, NEVER),
                options.leaveUnknownOperations),
            new Surroundings(options.gates, restarts::add, findings));
    client.start();
  }

  /** What an engine can be made with; at first, what suits most tests. */
  static final class Options {
    private List<HandlerMethod> methods = List.of(Handlers.method("x", null));
    private Function<Loop, PayloadStage> payloads = TestPayloads::none;
    private DeviceIdentity identity = new DeviceIdentity("boot-1", "process-1");
    private List<JobGate> gates = List.of();
    private int room = 1;
    private Duration progressInterval = Duration.ZERO;
    private boolean leaveUnknownOperations;

    Options methods(HandlerMethod... newMethods) {
      methods = List.of(newMethods);
      return this;
    }

    Options payloads(Function<Loop, PayloadStage> newPayloads) {
      payloads = newPayloads;
      return this;
    }

    Options identity(String bootId, String processId) {
      identity = new DeviceIdentity(bootId, processId);
      return this;
    }

    Options gates(JobGate... newGates) {
      gates = List.of(newGates);
      return this;
    }

    Options room(int newRoom) {
      room = newRoom;
      return this;
    }

    Options progressInterval(Duration interval) {
      progressInterval = interval;
      return this;
    }

    Options leaveUnknownOperations() {
      leaveUnknownOperations = true;
      return this;
    }

    EngineFixture notConnected() {
      return new EngineFixture(this);
    }

    EngineFixture connected() {
      return EngineFixture.connected(notConnected());
    }
  }

  /** Begins to make an engine. */
  static Options with() {
    return new Options();
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
    return with().connected();
  }

  /** Has a handler for the operation {@code x} that is described so. */
  static EngineFixture connected(HandlerMethod method, Duration progressInterval) {
    return with().methods(method).progressInterval(progressInterval).connected();
  }

  /** Has a handler for the operation {@code x} that takes payloads. */
  static EngineFixture connected(HandlerMethod method, Function<Loop, PayloadStage> payloads) {
    return with()
        .methods(method)
        .payloads(payloads)
        .progressInterval(Duration.ofDays(1))
        .connected();
  }

  /** Leaves jobs that no handler takes to other agents. */
  static EngineFixture connectedAndLeavingUnknownOperations() {
    return with().leaveUnknownOperations().connected();
  }

  /** Has room for several jobs of the operations that are described so. */
  static EngineFixture withRoom(int room, HandlerMethod... methods) {
    return withGates(List.of(), room, methods);
  }

  /** Asks gates before a job begins, and has room for several. */
  static EngineFixture withGates(List<JobGate> gates, int room, HandlerMethod... methods) {
    return with().gates(gates.toArray(JobGate[]::new)).room(room).methods(methods).notConnected();
  }

  /** Opens the connection; nothing is pending. */
  EngineFixture connect() {
    return connected(this);
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

  /**
   * Tells what waits behind the jobs that have begun, and describes those that are asked for: the
   * letters of a job's name are its operation.
   */
  void queue(List<String> begun, String... queued) {
    service.list(begun, queued);
    time.advance(PATIENCE);
    describeWhatIsAskedFor();
  }

  /** Each answer may bring the next question. */
  private void describeWhatIsAskedFor() {
    for (; answered < service.described().size(); answered++) {
      String jobId = service.described().get(answered);
      service.describeQueued(jobId, operationOf(jobId));
    }
  }

  private static String operationOf(String jobId) {
    return jobId.replaceAll("[0-9]", "");
  }

  /** Has the service accept that a job begins; its handler waits for its thread. */
  void admit(String jobId) {
    service.accept(jobId);
  }

  /**
   * Has the handler that was handed in first run to its end, and its end accepted; what is asked
   * for behind it is described.
   */
  void finish(String jobId) {
    runHandler();
    service.accept(jobId);
    describeWhatIsAskedFor();
  }

  /** Has the handler that waits run to its end, and fails where it has found something wrong. */
  void runHandler() {
    threads.runNext();
    time.runDue();
    if (failedAssertion != null) {
      throw failedAssertion;
    }
  }

  /** Has the handler that waits run on a thread of its own, so that it may wait for the journal. */
  void runHandlerApart() {
    Thread thread = new Thread(threads::runNext, "handler");
    thread.start();
    Awaitility.await()
        .until(
            () -> {
              time.runDue();
              return !thread.isAlive();
            });
    time.runDue();
    if (failedAssertion != null) {
      throw failedAssertion;
    }
  }

  /** What is wrong at this moment, after the engine has looked for it. */
  List<Trouble> troubles() {
    engine.checkUp();
    return findings.list().stream().map(Finding::trouble).toList();
  }

  void advance(Duration duration) {
    time.advance(duration);
  }
}

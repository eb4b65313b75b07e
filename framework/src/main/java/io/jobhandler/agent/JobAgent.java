package io.jobhandler.agent;

import io.jobhandler.JobResult;
import io.jobhandler.internal.admission.AttemptRules;
import io.jobhandler.internal.admission.StepTimer;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.pipeline.DeviceIdentity;
import io.jobhandler.internal.pipeline.Engine;
import io.jobhandler.internal.pipeline.EngineSettings;
import io.jobhandler.internal.session.QueueTimings;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the jobs of one thing with the app's handlers. Built once, started once, drained or
 * closed once; see {@link JobAgentState}. Safe for use by several threads.
 */
public final class JobAgent implements AutoCloseable {
  /** Another one in every process, whatever the operating system makes of process numbers. */
  private static final String PROCESS_ID = UUID.randomUUID().toString();

  private static final Duration LAST_REPORT = Duration.ofSeconds(10);

  /** Every handler has a deadline, and none is longer. */
  private static final Duration LONGEST_WAIT_FOR_OTHERS =
      HandlerMethod.MAX_STEP_TIMEOUT.plusDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(JobAgent.class);

  private final AtomicReference<JobAgentState> state = new AtomicReference<>(JobAgentState.NEW);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Loop loop;
  private final ExecutorService handlerThreads = Executors.newCachedThreadPool(JobAgent::newThread);
  private final JobJournal journal;
  private final JobsClient client;
  private final Engine engine;
  private final RestartControl restartControl;
  private volatile JobResult.Restart.@Nullable Kind restartKind;

  JobAgent(
      String thingName,
      HandlerRegistry handlers,
      MqttTransport transport,
      JobJournal journal,
      Payloads payloads,
      List<JobGate> gates,
      RestartControl restartControl,
      JobAgentSettings settings,
      JobsClientSettings clientSettings) {
    this.journal = journal;
    this.restartControl = restartControl;
    ScheduledExecutorService executor = Loop.newExecutor("jobhandler-" + thingName);
    this.loop = new Loop(executor, System::nanoTime);
    this.client =
        JobsClient.builder(thingName, transport)
            .settings(clientSettings)
            .executor(executor)
            .build();
    this.engine =
        new Engine(
            client,
            loop,
            new DocumentDecoder(handlers),
            payloads.stage(loop),
            journal,
            handlerThreads,
            new AgentToken(UUID.randomUUID().toString()),
            new DeviceIdentity(bootId(handlers, restartControl), PROCESS_ID),
            gates,
            engineSettings(settings),
            this::restart);
    payloads.warnOfMissingAnchors(handlers);
    LOG.info("Operations of {}: {}", thingName, handlers.operations());
  }

  private static String bootId(HandlerRegistry handlers, RestartControl control) {
    boolean wanted =
        handlers.bindings().values().stream()
            .anyMatch(handler -> handler.method().afterRestart() != null);
    try {
      return wanted ? control.bootId() : "";
    } catch (IOException e) {
      LOG.warn("The boot cannot be identified, so that no reboot is ever taken as done", e);
      return "";
    }
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "jobhandler-handler");
    thread.setDaemon(true);
    return thread;
  }

  private static EngineSettings engineSettings(JobAgentSettings settings) {
    return new EngineSettings(
        new StepTimer(
            settings.defaultStepTimeout(),
            settings.stepTimeouts(),
            settings.onProgress(),
            settings.grace()),
        new AttemptRules(
            settings.attempts().maxAttempts(),
            settings.attempts().maxAttemptsByOperation(),
            settings.attempts().onInterrupt(),
            settings.attempts().backoff()),
        settings.attempts().restartTimeout(),
        settings.maxConcurrentExecutions(),
        settings.progressInterval(),
        new QueueTimings(
            settings.reconnectJitter(),
            settings.nextJobPatience(),
            settings.pollInterval(),
            settings.cancellationCheckInterval()),
        settings.unknownOperations() == UnknownOperations.LEAVE);
  }

  /**
   * Begins to make an agent.
   *
   * @param thingName the thing, 1 to 128 characters of {@code [a-zA-Z0-9:_-]}
   * @return a builder
   */
  public static JobAgentBuilder builder(String thingName) {
    return new JobAgentBuilder(thingName);
  }

  /**
   * Reads the journal and begins to connect, and returns at once. While the endpoint is not
   * reachable the agent goes on trying.
   *
   * @return completed when the thing is connected and subscribed for the first time; failed with a
   *     {@link SubscriptionRefusedException} if the IoT policy forbids a subscription, and
   *     otherwise if the journal cannot be read; the agent is stopped then
   * @throws IllegalStateException if the agent was started or closed before
   */
  public CompletableFuture<Void> start() {
    if (!state.compareAndSet(JobAgentState.NEW, JobAgentState.STARTING)) {
      throw new IllegalStateException("the agent is " + state.get() + ", it starts once");
    }
    CompletableFuture<Void> started = new CompletableFuture<>();
    engine
        .recover()
        .thenCompose(recovered -> client.start())
        .whenComplete((connected, failure) -> onStarted(started, failure));
    return started;
  }

  private void onStarted(CompletableFuture<Void> started, @Nullable Throwable failure) {
    if (failure == null) {
      state.compareAndSet(JobAgentState.STARTING, JobAgentState.RUNNING);
      started.complete(null);
    } else {
      stop();
      started.completeExceptionally(
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure);
    }
  }

  /**
   * Where the agent is in its life.
   *
   * @return the state at this moment
   */
  public JobAgentState state() {
    return Objects.requireNonNull(state.get());
  }

  /**
   * Completes when the agent is {@link JobAgentState#STOPPED}, for apps that live as long as it
   * does.
   *
   * @return never failed
   */
  public CompletableFuture<Void> whenStopped() {
    return stopped.copy();
  }

  /**
   * Ends gracefully: no job begins any more, and the running one may end by itself. When the time
   * is up its handler is interrupted, and the job is reported FAILED, {@code INTERRUPTED}. What
   * could not be reported stays in the journal and is reported after the next start. Idempotent.
   *
   * @param timeout how long the running job may take
   * @return completed when the agent is stopped; never failed
   */
  public CompletableFuture<Void> drain(Duration timeout) {
    JobAgentState before =
        state.getAndUpdate(s -> s == JobAgentState.STOPPED ? s : JobAgentState.DRAINING);
    if (before == JobAgentState.NEW) {
      stop();
    } else if (before == JobAgentState.STARTING || before == JobAgentState.RUNNING) {
      loop.execute(() -> drainOnLoop(timeout));
    }
    return stopped.copy();
  }

  /**
   * What must restart because a handler has asked for it: the agent is stopped or about to be, and
   * has told its {@link RestartControl}, or is about to.
   *
   * @return empty where nothing must restart
   */
  public Optional<JobResult.Restart.Kind> restartKind() {
    return Optional.ofNullable(restartKind);
  }

  /** A handler goes on after a restart, which comes when the other jobs are over. On the loop. */
  private void restart(JobResult.Restart.Kind kind) {
    if (restartKind == null) {
      restartKind = kind;
      drain(LONGEST_WAIT_FOR_OTHERS);
    }
  }

  private void drainOnLoop(Duration timeout) {
    loop.schedule(timeout, engine::interruptAll);
    // What an interrupted handler needs to end, and its report to be accepted: then we go
    // regardless.
    Loop.Timer last = loop.schedule(timeout.plus(LAST_REPORT), this::stop);
    engine
        .drain()
        .thenAccept(
            idle -> {
              last.cancel();
              stop();
            });
  }

  /**
   * Interrupts what is running and ends within about ten seconds. Waits for the end. Idempotent.
   */
  @Override
  public void close() {
    drain(Duration.ZERO).join();
  }

  private void stop() {
    if (state.getAndSet(JobAgentState.STOPPED) == JobAgentState.STOPPED) {
      return;
    }
    client.close();
    handlerThreads.shutdownNow();
    Thread closing = new Thread(this::closeJournal, "jobhandler-stop");
    closing.setDaemon(true);
    closing.start();
  }

  /** Waits for the journal's writes, so not on the loop; the loop goes last. */
  private void closeJournal() {
    try {
      journal.close();
    } catch (RuntimeException e) {
      LOG.warn("The journal was not closed", e);
    }
    loop.executor().shutdown();
    makeRestart();
    stopped.complete(null);
  }

  /** Last of all: the device may be gone when this returns. */
  private void makeRestart() {
    JobResult.Restart.Kind kind = restartKind;
    if (kind == null) {
      return;
    }
    try {
      if (kind == JobResult.Restart.Kind.REBOOT) {
        restartControl.reboot();
      } else {
        restartControl.restartProcess();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("The restart ({}) failed and is asked for again at the next start", kind, e);
    }
  }
}

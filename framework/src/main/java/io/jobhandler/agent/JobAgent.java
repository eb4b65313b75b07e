package io.jobhandler.agent;

import io.jobhandler.JobResult;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.health.HealthWatch;
import io.jobhandler.internal.health.LinkVitals;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.pipeline.Engine;
import io.jobhandler.internal.pipeline.Surroundings;
import io.jobhandler.internal.status.AgentToken;
import io.jobhandler.jobs.ConnectionState;
import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.time.Duration;
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
  private final AgentHealth health;
  private final LinkVitals link;
  private final Restarts restarts;
  private volatile @Nullable Throwable stopCause;

  JobAgent(
      String thingName,
      HandlerRegistry handlers,
      DocumentDecoder decoder,
      MqttTransport transport,
      JobJournal journal,
      Payloads payloads,
      Hooks hooks,
      JobAgentSettings settings,
      JobsClientSettings clientSettings) {
    this.journal = journal;
    this.restarts = new Restarts(hooks.restartControl());
    ScheduledExecutorService executor = Loop.newExecutor("jobhandler-" + thingName);
    this.loop = new Loop(executor, System::nanoTime);
    this.client =
        JobsClient.builder(thingName, transport)
            .settings(clientSettings)
            .executor(executor)
            .build();
    this.health =
        new AgentHealth(
            HealthWatch.newExecutor("jobhandler-health"),
            loop,
            System::nanoTime,
            hooks.healthListeners());
    this.link = new LinkVitals(client, health.vitals());
    this.engine =
        new Engine(
            client,
            loop,
            decoder,
            payloads.stage(loop),
            journal,
            handlerThreads,
            new AgentToken(UUID.randomUUID().toString()),
            restarts.identity(handlers),
            EngineSetup.of(settings),
            new Surroundings(hooks.gates(), this::restart, health.vitals()));
    client.onConnectionChanged(this::onConnectionChanged);
    payloads.warnOfMissingAnchors(handlers);
    LOG.info("Operations of {}: {}", thingName, handlers.operations());
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "jobhandler-handler");
    thread.setDaemon(true);
    return thread;
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
    health.start(engine::checkUp);
    link.onStart();
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
      Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure;
      if (state.get() == JobAgentState.STARTING) {
        stopCause = cause;
      }
      stop();
      started.completeExceptionally(cause);
    }
  }

  /**
   * Without its subscriptions the agent hears of no job, and what it says has no answer: it ends
   * when the handlers do, and leaves what is to be reported to the next start. On the loop.
   */
  private void onConnectionChanged(ConnectionState connection) {
    if (connection == ConnectionState.REFUSED && state.get() == JobAgentState.RUNNING) {
      stopCause = client.refusal().orElseThrow();
      drain(LONGEST_WAIT_FOR_OTHERS);
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
   * How the agent is: whether it can do what it is for, and what keeps it from that. Returns at
   * once, also while the agent hangs. A stopped agent's health stays as it was last.
   *
   * @return the health at this moment
   */
  public Health health() {
    return health.now();
  }

  /**
   * Completes when the agent is {@link JobAgentState#STOPPED}, for apps that live as long as it
   * does. {@link #stopCause} tells why it is, and {@link #restartKind} whether it is to be started
   * again.
   *
   * @return never failed
   */
  public CompletableFuture<Void> whenStopped() {
    return stopped.copy();
  }

  /**
   * Why the agent has stopped, or is about to, though nobody told it to: a {@link
   * SubscriptionRefusedException} where the IoT policy forbids a subscription, at the start or
   * later; otherwise why the journal cannot be read.
   *
   * @return empty while it goes on, and where it was told to end
   */
  public Optional<Throwable> stopCause() {
    return Optional.ofNullable(stopCause);
  }

  /**
   * Ends gracefully: no job begins any more. A running one that may be cut off, by its {@link
   * io.jobhandler.OnInterrupt}, is interrupted at once and goes on after the next start, without
   * this attempt being counted. Another may end by itself; when the time is up its handler is
   * interrupted, and the job is reported FAILED, {@code INTERRUPTED}. It is waited for ten more
   * seconds until the service has accepted how the jobs ended; what could not be reported stays in
   * the journal and is reported after the next start. May be called again: the earliest end counts.
   *
   * @param timeout how long the running job may take
   * @return completed when the agent is stopped; never failed
   */
  public CompletableFuture<Void> drain(Duration timeout) {
    JobAgentState before =
        state.getAndUpdate(s -> s == JobAgentState.STOPPED ? s : JobAgentState.DRAINING);
    if (before == JobAgentState.NEW) {
      stop();
    } else if (before != JobAgentState.STOPPED) {
      loop.execute(() -> drainOnLoop(timeout));
    }
    return stopped.copy();
  }

  /**
   * What must restart because a handler has asked for it: the agent is stopped or about to be, and
   * has told its {@link io.jobhandler.spi.RestartControl}, or is about to.
   *
   * @return empty where nothing must restart
   */
  public Optional<JobResult.Restart.Kind> restartKind() {
    return restarts.kind();
  }

  /** A handler goes on after a restart, which comes when the other jobs are over. On the loop. */
  private void restart(JobResult.Restart.Kind kind) {
    if (restarts.ask(kind)) {
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
    health.stop();
    client.close();
    // What runs was interrupted before, or is shielded from that: not again.
    handlerThreads.shutdown();
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
    restarts.make();
    stopped.complete(null);
  }
}

package io.jobhandler.agent;

import io.jobhandler.internal.discovery.HandlerDiscovery;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.journal.FileJournal;
import io.jobhandler.internal.journal.MemoryJournal;
import io.jobhandler.internal.payload.FilePayloadStore;
import io.jobhandler.internal.transport.Mqtt5Transport;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.journal.JobJournal;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadStore;
import io.jobhandler.payload.StoredPayload;
import io.jobhandler.payload.TrustAnchors;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.spi.RestartControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link JobAgent}: where it connects, what keeps its journal, and its handlers must be
 * said; the rest has defaults. Not safe for use by several threads.
 */
public final class JobAgentBuilder {
  private final String thingName;
  private final List<Object> handlers = new ArrayList<>();
  private List<String> packages = List.of();
  private @Nullable HandlerFactory factory;
  private @Nullable MqttTransport transport;
  private @Nullable Supplier<JobJournal> journal;
  private TrustAnchors anchors = TrustAnchors.none();
  private @Nullable Supplier<PayloadStore> payloadStore;
  private Optional<PayloadSource> payloadSource = Optional.empty();
  private PayloadSettings payloadSettings = PayloadSettings.defaults();
  private final List<JobGate> gates = new ArrayList<>();
  private RestartControl restartControl = new KernelRestartControl();
  private final List<Consumer<Health>> healthListeners = new ArrayList<>();
  private JobAgentSettings settings = JobAgentSettings.defaults();
  private JobsClientSettings clientSettings = JobsClientSettings.defaults();

  JobAgentBuilder(String thingName) {
    this.thingName = Objects.requireNonNull(thingName, "thingName");
  }

  /**
   * Sets where to connect, with MQTT 5.
   *
   * @param connection the endpoint and the device's credentials
   * @return this builder
   */
  public JobAgentBuilder connection(MqttConnection connection) {
    return transport(new Mqtt5Transport(connection));
  }

  /**
   * Sets the connection itself.
   *
   * @param newTransport a transport that was not started; the agent starts and closes it
   * @return this builder
   */
  public JobAgentBuilder transport(MqttTransport newTransport) {
    this.transport = Objects.requireNonNull(newTransport, "transport");
    return this;
  }

  /**
   * Keeps the journal in files, so that no job's end is lost with the process or the power. The
   * folder is held from {@link #build} until the agent is closed.
   *
   * @param directory a folder of its own on a disk that survives a restart; made where there is
   *     none
   * @return this builder
   */
  public JobAgentBuilder journalDirectory(Path directory) {
    this.journal = () -> new FileJournal(directory);
    return this;
  }

  /**
   * Keeps the journal in memory: the ends of jobs that were not accepted when the process goes are
   * lost, and the service times those jobs out.
   *
   * @return this builder
   */
  public JobAgentBuilder journalInMemory() {
    this.journal = MemoryJournal::new;
    return this;
  }

  /**
   * Keeps the journal elsewhere.
   *
   * @param newJournal a journal of the app's
   * @return this builder
   */
  public JobAgentBuilder journal(JobJournal newJournal) {
    this.journal = () -> newJournal;
    return this;
  }

  /**
   * Sets the keys that payloads must be signed with. Without any, every payload is refused.
   *
   * @param newAnchors the keys by alias
   * @return this builder
   */
  public JobAgentBuilder trustAnchors(TrustAnchors newAnchors) {
    this.anchors = Objects.requireNonNull(newAnchors, "trustAnchors");
    return this;
  }

  /**
   * Keeps payloads in files while their jobs run.
   *
   * @param directory a private folder of its own with room for the largest payload; made where
   *     there is none
   * @return this builder
   */
  public JobAgentBuilder payloadDirectory(Path directory) {
    this.payloadStore = () -> new FilePayloadStore(directory);
    return this;
  }

  /**
   * Keeps payloads elsewhere, for instance in the inactive slot.
   *
   * @param store a store of the app's
   * @return this builder
   */
  public JobAgentBuilder payloadStore(PayloadStore store) {
    this.payloadStore = () -> store;
    return this;
  }

  /**
   * Fetches payloads by other means than HTTP.
   *
   * @param source a source of the app's
   * @return this builder
   */
  public JobAgentBuilder payloadSource(PayloadSource source) {
    this.payloadSource = Optional.of(source);
    return this;
  }

  /**
   * Sets how payloads are downloaded.
   *
   * @param newSettings the settings
   * @return this builder
   */
  public JobAgentBuilder payloadSettings(PayloadSettings newSettings) {
    this.payloadSettings = Objects.requireNonNull(newSettings, "payloadSettings");
    return this;
  }

  /**
   * Adds handlers.
   *
   * @param objects objects whose classes have {@link io.jobhandler.JobHandler} methods
   * @return this builder
   */
  public JobAgentBuilder handlers(Object... objects) {
    handlers.addAll(List.of(objects));
    return this;
  }

  /**
   * Adds the handlers of the compile-time index; where there is none, those that a scan finds.
   *
   * @param handlerFactory makes the objects that handler methods are called on
   * @param packagesToScan where to scan if there is no index; everywhere if empty, which is slow
   * @return this builder
   */
  public JobAgentBuilder discoverHandlers(HandlerFactory handlerFactory, String... packagesToScan) {
    this.factory = handlerFactory;
    this.packages = List.of(packagesToScan);
    return this;
  }

  /**
   * Adds a gate that jobs must pass before they begin; all gates are asked, in their order.
   *
   * @param gate says "not now"
   * @return this builder
   */
  public JobAgentBuilder gate(JobGate gate) {
    gates.add(Objects.requireNonNull(gate, "gate"));
    return this;
  }

  /**
   * Sets how the device and the agent's process restart, for handlers that ask for it. Without one
   * the agent just stops, so that whatever supervises the process starts it again; no reboot is
   * made.
   *
   * @param control restarts
   * @return this builder
   */
  public JobAgentBuilder restartControl(RestartControl control) {
    this.restartControl = Objects.requireNonNull(control, "restartControl");
    return this;
  }

  /**
   * Adds a listener to the agent's {@linkplain JobAgent#health health}, which is told when the
   * status or the reasons have changed: at once, but for what is usual for a moment. It is called
   * on a thread of its own, {@code jobhandler-health}, one call at a time, from the start of the
   * agent until it is stopped; it may block, and what it throws is logged. Nothing is said of an
   * agent that is well when it starts.
   *
   * @param listener takes the health as it is then
   * @return this builder
   */
  public JobAgentBuilder onHealthChanged(Consumer<Health> listener) {
    healthListeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Sets times.
   *
   * @param newSettings the settings
   * @return this builder
   */
  public JobAgentBuilder settings(JobAgentSettings newSettings) {
    this.settings = newSettings;
    return this;
  }

  /**
   * Sets how requests are sent.
   *
   * @param newSettings the settings
   * @return this builder
   */
  public JobAgentBuilder clientSettings(JobsClientSettings newSettings) {
    this.clientSettings = newSettings;
    return this;
  }

  /**
   * Makes the agent; it connects when it is started.
   *
   * @return the agent
   * @throws IllegalStateException if the connection, the journal, the handlers, or a place for the
   *     payloads that they take, are not said
   * @throws IllegalArgumentException if a handler cannot be used, or two have one operation
   * @throws java.io.UncheckedIOException if a folder cannot be used, for instance because another
   *     agent has its journal there
   */
  public JobAgent build() {
    HandlerRegistry registry = registry();
    DocumentDecoder decoder =
        new DocumentDecoder(registry); // may refuse, before anything is opened
    MqttTransport chosen = require(transport, "connection", "connection(MqttConnection)");
    Supplier<JobJournal> newJournal = require(journal, "journal", "journalDirectory(Path)");
    Payloads payloads = payloads(registry);
    return new JobAgent(
        thingName,
        registry,
        decoder,
        chosen,
        newJournal.get(),
        payloads,
        new Hooks(gates, restartControl, healthListeners),
        settings,
        clientSettings);
  }

  private Payloads payloads(HandlerRegistry registry) {
    PayloadStore store =
        Payloads.areTakenBy(registry)
            ? require(payloadStore, "place for payloads", "payloadDirectory(Path)").get()
            : JobAgentBuilder::noPayloads;
    return new Payloads(anchors, store, payloadSource, payloadSettings);
  }

  private static StoredPayload noPayloads(
      String jobId, long executionNumber, String payload, long size) throws IOException {
    throw new IOException("no handler takes payloads");
  }

  private static <T> T require(@Nullable T value, String what, String call) {
    if (value == null) {
      throw new IllegalStateException("no %s is set; call %s".formatted(what, call));
    }
    return value;
  }

  private HandlerRegistry registry() {
    HandlerObjects objects = new HandlerObjects(new HandlerDiscovery(loader()));
    handlers.forEach(objects::add);
    if (factory != null) {
      objects.addAll(packages, factory);
    }
    if (objects.registry().operations().isEmpty()) {
      throw new IllegalStateException(
          "no handler is known; call handlers(Object...) or discoverHandlers(HandlerFactory)");
    }
    return objects.registry();
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? JobAgentBuilder.class.getClassLoader() : context;
  }
}

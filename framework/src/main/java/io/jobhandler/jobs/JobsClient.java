package io.jobhandler.jobs;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.transport.Mqtt5Transport;
import io.jobhandler.internal.transport.MqttLink;
import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.spi.SubscriptionRefusedException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The AWS IoT Jobs service as one thing sees it: all operations and both notification streams.
 *
 * <p>Requests are correlated with their answers by {@code clientToken} over one standing set of
 * subscriptions, so that each costs one network round trip. They are idempotent or guarded by
 * {@code expectedVersion}, and are sent again with growing, jittered delays while the connection,
 * the answer or the service fails. Futures complete with a {@link JobsException} otherwise.
 *
 * <p>Safe for use by several threads. Futures complete and listeners are called on one thread, the
 * client's loop: continuations must not block. {@link #blocking()} is for scripts that want to.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-api.html">Jobs
 *     device MQTT API operations</a>
 */
public final class JobsClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobsClient.class);

  private final String thingName;
  private final JobsTopics topics;
  private final Loop loop;
  private final Runnable afterClose;
  private final MqttLink link;
  private final RequestSender requests;
  private final JobsEvents events = new JobsEvents();
  private final CompletableFuture<Void> connected = new CompletableFuture<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile @Nullable SubscriptionRefusedException refusal;

  JobsClient(JobsClientBuilder builder, Loop loop, Runnable afterClose) {
    this.thingName = builder.thingName();
    this.topics = new JobsTopics(thingName);
    this.loop = loop;
    this.afterClose = afterClose;
    JobsClientSettings settings = builder.settings();
    this.link =
        new MqttLink(
            builder.transport(),
            topics.standingSubscriptions(settings.notificationQos(), settings.responseQos()),
            settings.publishesPerSecond(),
            loop,
            new LinkEvents());
    this.requests = new RequestSender(link, topics, settings, loop);
  }

  /**
   * Begins to make a client.
   *
   * @param thingName the thing, 1 to 128 characters of {@code [a-zA-Z0-9:_-]}
   * @param transport a transport that was not started; the client starts and closes it
   * @return a builder
   */
  public static JobsClientBuilder builder(String thingName, MqttTransport transport) {
    return new JobsClientBuilder(thingName, transport);
  }

  /**
   * Begins to make a client that connects with MQTT 5.
   *
   * @param thingName the thing, 1 to 128 characters of {@code [a-zA-Z0-9:_-]}
   * @param connection the endpoint and the device's credentials
   * @return a builder
   */
  public static JobsClientBuilder builder(String thingName, MqttConnection connection) {
    return builder(thingName, new Mqtt5Transport(connection));
  }

  /**
   * Begins to connect, and returns at once. Called once.
   *
   * @return completed when the thing is connected and subscribed for the first time; failed with a
   *     {@link SubscriptionRefusedException} if the IoT policy forbids a subscription, and with a
   *     {@link JobsException} if the client is closed before
   */
  public CompletableFuture<Void> start() {
    if (!closing.get()) {
      link.start();
    }
    return connected.copy();
  }

  /**
   * The thing whose jobs these are.
   *
   * @return the thing's name
   */
  public String thingName() {
    return thingName;
  }

  /**
   * Why the client has given up: the connection is {@link ConnectionState#REFUSED}.
   *
   * @return names the subscription that the IoT policy forbids; empty while none is
   */
  public Optional<SubscriptionRefusedException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /**
   * Gets the thing's executions that are not in a terminal status.
   *
   * @return the executions; failed with a {@link JobsException}
   */
  public CompletableFuture<GetPendingJobExecutionsResponse> getPendingJobExecutions() {
    return requests
        .request(Operation.GET_PENDING, null, new GetPendingJobExecutionsRequest())
        .thenApply(GetPendingJobExecutionsResponse.class::cast);
  }

  /**
   * Gets the head of the pending list and begins it where it is QUEUED.
   *
   * @param request what to store with it
   * @return the execution; failed with a {@link JobsException}
   */
  public CompletableFuture<StartNextJobExecutionResponse> startNextPendingJobExecution(
      StartNextPendingJobExecutionRequest request) {
    return requests
        .request(Operation.START_NEXT, null, request)
        .thenApply(StartNextJobExecutionResponse.class::cast);
  }

  /**
   * Gets one execution, or with {@link DescribeJobExecutionRequest#next()} the head of the pending
   * list.
   *
   * @param request which execution
   * @return the execution; failed with a {@link JobsException}, with code TerminalStateReached for
   *     an execution that has ended
   */
  public CompletableFuture<DescribeJobExecutionResponse> describeJobExecution(
      DescribeJobExecutionRequest request) {
    return requests
        .request(Operation.DESCRIBE, request.jobId(), request)
        .thenApply(DescribeJobExecutionResponse.class::cast);
  }

  /**
   * Changes the status, the details or the step timer of an execution.
   *
   * @param request the change
   * @return the acceptance; failed with a {@link JobsException}, which carries the stored state
   *     where the version or the status forbids the change
   */
  public CompletableFuture<UpdateJobExecutionResponse> updateJobExecution(
      UpdateJobExecutionRequest request) {
    return requests
        .request(Operation.UPDATE, request.jobId(), request)
        .thenApply(UpdateJobExecutionResponse.class::cast);
  }

  /**
   * Listens to changes of the pending list.
   *
   * @param listener called on the client's loop
   * @return takes the listener back
   */
  public Registration onJobExecutionsChanged(Consumer<JobExecutionsChangedEvent> listener) {
    return events.changed.add(listener);
  }

  /**
   * Listens to changes of the head of the pending list.
   *
   * @param listener called on the client's loop
   * @return takes the listener back
   */
  public Registration onNextJobExecutionChanged(Consumer<NextJobExecutionChangedEvent> listener) {
    return events.nextChanged.add(listener);
  }

  /**
   * Listens to the connection. Notifications that were sent while it was away are lost, so whoever
   * follows the queue asks for it at {@link ConnectionState#CONNECTED}.
   *
   * @param listener called on the client's loop
   * @return takes the listener back
   */
  public Registration onConnectionChanged(Consumer<ConnectionState> listener) {
    return events.connection.add(listener);
  }

  /**
   * The protocol as messages: publish a request and listen to all answers.
   *
   * @return a view of this client
   */
  public JobsCallbacks callbacks() {
    return new JobsCallbacks(requests, events);
  }

  /**
   * The queue for scripts that wait for each answer.
   *
   * @return a view of this client with a memory of its own
   */
  public BlockingJobs blocking() {
    return new BlockingJobs(this);
  }

  /** Closes the connection. Requests under way fail. Idempotent. */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      loop.execute(this::closeOnLoop);
    }
  }

  private void closeOnLoop() {
    link.close();
    requests.close();
    connected.completeExceptionally(RequestSender.closedException());
    afterClose.run();
  }

  private final class LinkEvents implements MqttLink.Listener {
    @Override
    public void onReady() {
      requests.onConnected();
      connected.complete(null);
      events.connection.tell(ConnectionState.CONNECTED);
    }

    @Override
    public void onLost(String reason) {
      events.connection.tell(ConnectionState.DISCONNECTED);
    }

    @Override
    public void onRefused(SubscriptionRefusedException newRefusal) {
      LOG.error("{}", newRefusal.getMessage());
      refusal = newRefusal;
      events.connection.tell(ConnectionState.REFUSED);
      connected.completeExceptionally(newRefusal);
    }

    @Override
    public void onMessage(String topic, byte[] payload) {
      JobsTopics.Inbound inbound = topics.parse(topic);
      if (inbound == null) {
        LOG.debug("Ignored a message on {}", topic);
        return;
      }
      try {
        JobsResponse answer = events.read(inbound, payload);
        if (answer != null) {
          requests.answer(answer);
        }
      } catch (IOException e) {
        // Its sender asks again, or the pending list does: nothing hangs on one message.
        LOG.warn("Ignored {} bytes on {}: {}", payload.length, topic, JobsJson.describe(e));
      }
    }
  }
}

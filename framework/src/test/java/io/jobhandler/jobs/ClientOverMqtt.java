package io.jobhandler.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jobhandler.internal.transport.Mqtt5Transport;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.spi.MqttConnection;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A service, and a client that talks to it over a real connection. */
final class ClientOverMqtt implements AutoCloseable {
  static final String THING = "thing-1";

  final LocalJobs service = LocalJobs.builder().start();
  final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
  private @Nullable JobsClient client;

  /** How to reach the service. */
  enum Wire {
    PLAIN,
    MUTUAL_TLS
  }

  private MqttConnection connection(Wire wire) {
    MqttConnection connection =
        wire == Wire.PLAIN
            ? MqttConnection.plainText("localhost", service.mqttPort(), THING)
            : MqttConnection.mutualTls(
                    "localhost",
                    new MqttConnection.Tls(
                        service.deviceCertificate(),
                        service.devicePrivateKey(),
                        service.caCertificate()),
                    THING)
                .withPort(service.mqttsPort());
    return connection.withReconnectDelay(Duration.ofMillis(10), Duration.ofMillis(50));
  }

  JobsClient newClient(Wire wire, JobsClientSettings settings) {
    JobsClient made =
        JobsClient.builder(THING, new Mqtt5Transport(connection(wire))).settings(settings).build();
    made.onConnectionChanged(states::add);
    client = made;
    return made;
  }

  /** A client that is connected. */
  JobsClient started(Wire wire) throws Exception {
    JobsClient made = newClient(wire, JobsClientSettings.defaults().withPublishesPerSecond(0));
    get(made.start());
    assertThat(states.poll(10, SECONDS)).isEqualTo(ConnectionState.CONNECTED);
    return made;
  }

  static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(10, SECONDS);
  }

  /** What a listener hears from now on. */
  static <T> BlockingQueue<T> heard(Consumer<Consumer<T>> register) {
    BlockingQueue<T> heard = new LinkedBlockingQueue<>();
    register.accept(heard::add);
    return heard;
  }

  static <T> T next(BlockingQueue<T> heard) throws InterruptedException {
    T element = heard.poll(10, SECONDS);
    if (element == null) {
      throw new AssertionError("nothing was heard within ten seconds");
    }
    return element;
  }

  static JobExecution headOf(@Nullable JobExecution execution) {
    if (execution == null) {
      throw new AssertionError("there is no execution");
    }
    return execution;
  }

  static JobsException refusalOf(CompletableFuture<?> request) {
    ExecutionException failure =
        assertThrows(ExecutionException.class, () -> request.get(10, SECONDS));
    return assertInstanceOf(JobsException.class, failure.getCause());
  }

  @Override
  public void close() {
    JobsClient open = client;
    if (open != null) {
      open.close();
    }
    service.close();
  }
}

package io.jobhandler.jobs;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.spi.MqttTransport;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Makes a {@link JobsClient}. Not safe for use by several threads. */
public final class JobsClientBuilder {
  private final String thingName;
  private final MqttTransport transport;
  private JobsClientSettings settings = JobsClientSettings.defaults();
  private @Nullable ScheduledExecutorService executor;

  JobsClientBuilder(String thingName, MqttTransport transport) {
    this.thingName = Objects.requireNonNull(thingName, "thingName");
    this.transport = Objects.requireNonNull(transport, "transport");
  }

  /**
   * Sets how requests are sent.
   *
   * @param newSettings the settings
   * @return this builder
   */
  public JobsClientBuilder settings(JobsClientSettings newSettings) {
    this.settings = newSettings;
    return this;
  }

  /**
   * Has the client work on a given thread.
   *
   * @param singleThread an executor with exactly one thread, which the client does not shut down;
   *     by default the client makes one of its own
   * @return this builder
   */
  public JobsClientBuilder executor(ScheduledExecutorService singleThread) {
    this.executor = singleThread;
    return this;
  }

  /**
   * Makes the client; it connects when it is started.
   *
   * @return the client
   * @throws IllegalArgumentException if the thing name has another form than the service's
   */
  public JobsClient build() {
    if (executor != null) {
      return new JobsClient(this, new Loop(executor, System::nanoTime), () -> {});
    }
    ScheduledExecutorService own = Loop.newExecutor("jobhandler-" + thingName);
    return new JobsClient(this, new Loop(own, System::nanoTime), own::shutdown);
  }

  String thingName() {
    return thingName;
  }

  MqttTransport transport() {
    return transport;
  }

  JobsClientSettings settings() {
    return settings;
  }
}

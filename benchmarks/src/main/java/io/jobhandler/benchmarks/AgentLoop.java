package io.jobhandler.benchmarks;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentBuilder;
import io.jobhandler.jobs.JobsClientSettings;
import io.jobhandler.spi.MqttConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** JobHandler as an app has it, but for the rate limit, which is off. */
final class AgentLoop implements JobLoop {
  private final Consumer<JobAgentBuilder> journal;

  AgentLoop(Consumer<JobAgentBuilder> journal) {
    this.journal = journal;
  }

  @Override
  public void run(int port, String thing, int count) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(count);
    JobAgentBuilder builder =
        JobAgent.builder(thing)
            .connection(MqttConnection.plainText(Connections.LOOPBACK, port, thing))
            .clientSettings(JobsClientSettings.defaults().withPublishesPerSecond(0))
            .handlers(new NoopHandler(left));
    journal.accept(builder);
    try (JobAgent agent = builder.build()) {
      agent.start();
      if (!left.await(Connections.TIMEOUT.toMinutes(), TimeUnit.MINUTES)) {
        throw new IllegalStateException(left.getCount() + " jobs are left");
      }
      // The last handler has run; its end is reported before the agent stops.
      agent.drain(Duration.ofSeconds(10)).join();
    }
  }
}

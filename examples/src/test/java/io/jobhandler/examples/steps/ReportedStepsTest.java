package io.jobhandler.examples.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.spi.MqttConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the service is told of the steps of a handler that Guice has made. */
class ReportedStepsTest {
  private static final String THING = "pump-17";

  private final Turns turns = new Turns();

  private RinseHandler handler() {
    return Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Turns.class).toInstance(turns);
              }
            })
        .getInstance(RinseHandler_JobSteps.class);
  }

  @Test
  void theServiceSeesNamesAndPercentages() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start();
        JobAgent agent =
            JobAgent.builder(THING)
                .connection(MqttConnection.plainText("localhost", service.mqttPort(), THING))
                .journalInMemory()
                .settings(JobAgentSettings.defaults().withProgressInterval(Duration.ofMillis(100)))
                .handlers(handler())
                .build()) {
      agent.start().get(30, TimeUnit.SECONDS);
      service.createJob("job", "{\"operation\":\"rinse\"}", THING);

      for (String progress : List.of("0 open valve", "40 rinse", "60 rinse", "80 rinse")) {
        await().atMost(Duration.ofSeconds(30)).until(() -> isReported(service, progress));
        turns.next();
      }
      JobExecution end = service.whenTerminal(THING, "job").get(30, TimeUnit.SECONDS);

      assertThat(end.statusDetails()).containsEntry("progress", "80 rinse");
      assertThat(end.statusDetails()).containsEntry("valve", "left");
    }
  }

  private static boolean isReported(LocalJobs service, String progress) {
    return progress.equals(
        service.describeJobExecution(THING, "job").statusDetails().get("progress"));
  }
}

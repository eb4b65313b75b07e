package io.jobhandler.agent;

import static io.jobhandler.agent.AgentOverMqtt.THING;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.jobs.JobsClient;
import io.jobhandler.jobs.StartNextPendingJobExecutionRequest;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent makes of jobs that are not for it. */
class SharedQueueTest {
  private final AgentOverMqtt thing;

  SharedQueueTest(@TempDir Path folder) {
    thing = new AgentOverMqtt(folder);
  }

  @AfterEach
  void close() {
    thing.close();
  }

  @Test
  void rejectsWhatNoHandlerTakes() throws Exception {
    thing.start();

    thing.create("unknown", "{\"operation\":\"make_coffee\"}");
    thing.create("malformed", "{\"operation\":\"greet\",\"name\":7}");

    JobExecution unknown = thing.end("unknown");
    assertThat(unknown.status()).isEqualTo(ExecutionStatus.REJECTED);
    assertThat(unknown.statusDetails())
        .containsEntry("reasonCode", "UNKNOWN_OPERATION")
        .containsEntry(
            "reason",
            "no handler for operation 'make_coffee'; known: block, crash, fail, greet, refuse");
    assertThat(thing.end("malformed").statusDetails())
        .containsEntry("reasonCode", "INVALID_DOCUMENT")
        .containsEntry("reason", "property /name is not a String");
    assertThat(thing.statuses("unknown")).containsExactly(ExecutionStatus.REJECTED);
  }

  @Test
  void leavesUnknownOperationsToOtherAgentsWhereThatIsSet() throws Exception {
    JobAgentSettings settings =
        JobAgentSettings.defaults().withUnknownOperations(UnknownOperations.LEAVE);
    thing.start(thing.builder().settings(settings).build());

    thing.create("theirs", "{\"operation\":\"make_coffee\"}");
    thing.create("ours", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(thing.end("ours").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.service.describeJobExecution(THING, "theirs").status())
        .isEqualTo(ExecutionStatus.QUEUED);
  }

  @Test
  void leavesAJobAloneThatAnotherAgentHasBegun() throws Exception {
    thing.create("theirs", "{\"operation\":\"block\"}");
    try (var other = JobsClient.builder(THING, thing.connection("other")).build()) {
      other.start().get(10, TimeUnit.SECONDS);
      other
          .startNextPendingJobExecution(new StartNextPendingJobExecutionRequest())
          .get(10, TimeUnit.SECONDS);
    }
    thing.start();

    thing.create("ours", "{\"operation\":\"greet\",\"name\":\"Ada\"}");

    assertThat(thing.end("ours").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(thing.handlers.started).containsExactly("ours");
  }
}

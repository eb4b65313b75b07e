package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.UpdateJobExecutionRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the updates of one execution follow each other. */
class ExecutionReporterTest {
  private static final Map<String, String> OURS = Map.of("agentToken", "agent-1");

  private final RecordingSender sender = new RecordingSender();
  private final ExecutionReporter reporter =
      new ExecutionReporter(sender, new AgentToken("agent-1"), TestJobs.key("job-1", 3), 7);

  private CompletableFuture<UpdateVerdict> update(JobStatus status) {
    return reporter.update(status, OURS, null);
  }

  @Test
  void everyUpdateNamesTheExecutionAndItsVersion() {
    reporter.update(JobStatus.IN_PROGRESS, OURS, 12L);

    assertThat(sender.requests())
        .containsExactly(
            UpdateJobExecutionRequest.builder("job-1", JobStatus.IN_PROGRESS)
                .executionNumber(3L)
                .expectedVersion(7L)
                .statusDetails(OURS)
                .stepTimeoutInMinutes(12L)
                .build());
  }

  @Test
  void anAcceptedUpdateRaisesTheVersion() {
    CompletableFuture<UpdateVerdict> verdict = update(JobStatus.IN_PROGRESS);
    assertThat(reporter.isBusy()).isTrue();

    sender.accept();

    assertThat(verdict).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(reporter.isBusy()).isFalse();
    assertThat(reporter.versionNumber()).isEqualTo(8);
  }

  @Test
  @DisplayName("Edge case 12: an earlier update overtakes the final one")
  void oneUpdateIsInFlightAndTheyKeepTheirOrder() {
    CompletableFuture<UpdateVerdict> first = update(JobStatus.IN_PROGRESS);
    CompletableFuture<UpdateVerdict> second = update(JobStatus.SUCCEEDED);
    assertThat(sender.requests()).hasSize(1);

    sender.accept();
    assertThat(first).isCompletedWithValue(UpdateVerdict.ACCEPTED);
    assertThat(sender.requests()).hasSize(2);
    assertThat(sender.last().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(sender.last().expectedVersion()).isEqualTo(8L);

    sender.accept();
    assertThat(second).isCompletedWithValue(UpdateVerdict.ACCEPTED);
  }

  @Test
  void aFailedUpdateLetsTheNextOneGo() {
    CompletableFuture<UpdateVerdict> first = update(JobStatus.IN_PROGRESS);
    update(JobStatus.SUCCEEDED);

    sender.fail(Refusals.lost());

    assertThat(first).isCompletedWithValue(UpdateVerdict.UNDELIVERED);
    assertThat(sender.last().status()).isEqualTo(JobStatus.SUCCEEDED);
    assertThat(sender.last().expectedVersion()).isEqualTo(7L);
  }
}

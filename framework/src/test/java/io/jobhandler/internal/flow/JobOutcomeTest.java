package io.jobhandler.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobResult;
import io.jobhandler.jobs.JobStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobOutcomeTest {
  private static final Map<String, String> DETAILS = Map.of("slot", "b");

  @Test
  void isWhatTheHandlerReturned() {
    assertThat(JobOutcome.of(JobResult.succeeded(DETAILS)))
        .isEqualTo(new JobOutcome(JobStatus.SUCCEEDED, null, null, DETAILS));
    assertThat(JobOutcome.of(new JobResult.Failed("LOW", "why", DETAILS)))
        .isEqualTo(new JobOutcome(JobStatus.FAILED, "LOW", "why", DETAILS));
    assertThat(JobOutcome.of(new JobResult.Rejected("NO", "why", DETAILS)))
        .isEqualTo(new JobOutcome(JobStatus.REJECTED, "NO", "why", DETAILS));
  }

  @Test
  void isWhatTheFrameworkFound() {
    assertThat(JobOutcome.failed("LOW", "why"))
        .isEqualTo(new JobOutcome(JobStatus.FAILED, "LOW", "why", Map.of()));
    assertThat(JobOutcome.rejected("NO", "why"))
        .isEqualTo(new JobOutcome(JobStatus.REJECTED, "NO", "why", Map.of()));
  }

  @Test
  void aRestartIsNoEnd() {
    assertThatThrownBy(() -> JobOutcome.of(JobResult.rebootAndContinue("here")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("does not end the job");
  }
}

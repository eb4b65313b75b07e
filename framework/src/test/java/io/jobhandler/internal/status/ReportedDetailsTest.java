package io.jobhandler.internal.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.jobs.JobStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportedDetailsTest {
  private static final AgentToken TOKEN = new AgentToken("agent-1");

  @Test
  void runningJobsCarryTheTokenAndTheProgress() {
    assertThat(ReportedDetails.running(TOKEN, null)).isEqualTo(Map.of("agentToken", "agent-1"));
    assertThat(ReportedDetails.running(TOKEN, "50 wri\nting"))
        .isEqualTo(Map.of("agentToken", "agent-1", "progress", "50 wri ting"));
  }

  @Test
  void aSuccessHasNoReason() {
    JobOutcome outcome = JobOutcome.of(JobResult.succeeded(Map.of("version", "2")));

    assertThat(ReportedDetails.ended(TOKEN, outcome, null))
        .isEqualTo(Map.of("agentToken", "agent-1", "version", "2"));
  }

  @Test
  void aFailureSaysWhy() {
    assertThat(ReportedDetails.ended(TOKEN, JobOutcome.failed("LOW", "see https://h/?s=1"), "5"))
        .isEqualTo(
            Map.of(
                "agentToken",
                "agent-1",
                "progress",
                "5",
                "reasonCode",
                "LOW",
                "reason",
                "see https://h/?..."));
  }

  @Test
  void aReasonThatIsEmptyIsADash() {
    assertThat(ReportedDetails.ended(TOKEN, JobOutcome.rejected("LOW", ""), null))
        .containsEntry("reason", "-");
  }

  @Test
  void theFrameworksKeysWin() {
    Map<String, String> authors =
        Map.of("agentToken", "a", "reasonCode", "b", "reason", "c", "progress", "d", "mine", "e");
    JobOutcome outcome = new JobOutcome(JobStatus.FAILED, "LOW", "why", authors);

    assertThat(ReportedDetails.ended(TOKEN, outcome, "5"))
        .isEqualTo(
            Map.of(
                "agentToken",
                "agent-1",
                "progress",
                "5",
                "reasonCode",
                "LOW",
                "reason",
                "why",
                "mine",
                "e"));
  }

  @Test
  void sixOfTheAuthorsFit() {
    JobOutcome outcome = new JobOutcome(JobStatus.FAILED, "LOW", "why", numbered(8));

    assertThat(ReportedDetails.ended(TOKEN, outcome, "5"))
        .hasSize(10)
        .containsKeys("agentToken", "progress", "reasonCode", "reason")
        .containsKeys("k1", "k2", "k3", "k4", "k5", "k6");
  }

  @Test
  void authorsKeysThatBecomeTheSameCountOnce() {
    Map<String, String> authors = new LinkedHashMap<>();
    authors.put("a b", "first");
    authors.put("a.b", "second");
    authors.put("c", "\n");
    JobOutcome outcome = new JobOutcome(JobStatus.SUCCEEDED, null, null, authors);

    assertThat(ReportedDetails.ended(TOKEN, outcome, null))
        .isEqualTo(Map.of("agentToken", "agent-1", "a_b", "first", "c", "-"));
  }

  private static Map<String, String> numbered(int count) {
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 1; i <= count; i++) {
      details.put("k" + i, "v" + i);
    }
    return details;
  }
}

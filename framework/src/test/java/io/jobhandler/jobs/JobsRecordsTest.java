package io.jobhandler.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the messages of the API check, and that nobody can change them afterwards. */
class JobsRecordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "+", "#", "../x", "a b", "a\u0000", "a\n", "é", "$next"})
  void updateOfAnImpossibleJobIdIsRefused(String jobId) {
    UpdateJobExecutionRequest.Builder update =
        UpdateJobExecutionRequest.builder(jobId, JobStatus.FAILED);
    assertThatThrownBy(update::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jobId is not 1 to 64 characters of [a-zA-Z0-9_-]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "+", "#", "../x", "a b", "$NEXT", "$next/"})
  void descriptionOfAnImpossibleJobIdIsRefused(String jobId) {
    assertThatThrownBy(() -> DescribeJobExecutionRequest.of(jobId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("jobId is not 1 to 64 characters of [a-zA-Z0-9_-]");
  }

  @Test
  void jobIdsHaveUpTo64Characters() {
    String longest = "x".repeat(64);
    assertThat(DescribeJobExecutionRequest.of(longest).jobId()).isEqualTo(longest);
    assertThatThrownBy(() -> DescribeJobExecutionRequest.of(longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"IN_PROGRESS", "SUCCEEDED", "FAILED", "REJECTED"})
  void deviceMaySet(JobStatus status) {
    assertThat(UpdateJobExecutionRequest.builder("job1", status).build())
        .isEqualTo(
            new UpdateJobExecutionRequest(
                "job1", status, null, null, null, null, null, null, null));
  }

  @ParameterizedTest
  @EnumSource(
      value = JobStatus.class,
      names = {"QUEUED", "CANCELED", "TIMED_OUT", "REMOVED", "UNKNOWN"})
  void deviceMayNotSet(JobStatus status) {
    UpdateJobExecutionRequest.Builder update = UpdateJobExecutionRequest.builder("job1", status);
    assertThatThrownBy(update::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a device cannot set the status "
                + status
                + ", expected one of [IN_PROGRESS, SUCCEEDED, FAILED, REJECTED]");
  }

  @Test
  void tokenChangesNothingElse() {
    UpdateJobExecutionRequest update =
        new UpdateJobExecutionRequest(
            "job1", JobStatus.FAILED, Map.of("a", "b"), 1L, 2L, true, false, 3L, "old");
    assertThat(update.withClientToken("new"))
        .isEqualTo(
            new UpdateJobExecutionRequest(
                "job1", JobStatus.FAILED, Map.of("a", "b"), 1L, 2L, true, false, 3L, "new"));
    assertThat(new DescribeJobExecutionRequest("job1", 2L, true, "old").withClientToken("new"))
        .isEqualTo(new DescribeJobExecutionRequest("job1", 2L, true, "new"));
    assertThat(
            new StartNextPendingJobExecutionRequest(Map.of("a", "b"), 3L, "old")
                .withClientToken("new"))
        .isEqualTo(new StartNextPendingJobExecutionRequest(Map.of("a", "b"), 3L, "new"));
    assertThat(new GetPendingJobExecutionsRequest("old").withClientToken("new"))
        .isEqualTo(new GetPendingJobExecutionsRequest("new"));
  }

  @Test
  void detailsAreCopied() {
    Map<String, String> details = new HashMap<>(Map.of("a", "b"));
    UpdateJobExecutionRequest update =
        UpdateJobExecutionRequest.builder("job1", JobStatus.FAILED).statusDetails(details).build();
    var startNext = new StartNextPendingJobExecutionRequest(details, null, null);
    var state = new JobExecutionState(JobStatus.QUEUED, details, 1);
    details.put("c", "d");
    assertThat(update.statusDetails()).isEqualTo(Map.of("a", "b"));
    assertThat(startNext.statusDetails()).isEqualTo(Map.of("a", "b"));
    assertThat(state.statusDetails()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void negativeNumbersAreRefused() {
    assertThatThrownBy(() -> new JobExecutionState(JobStatus.QUEUED, Map.of(), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("versionNumber is -1, expected 0 or more");
    assertThatThrownBy(() -> new JobExecutionSummary("job1", null, null, null, 1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("executionNumber is -1, expected 0 or more");
  }

  @Test
  void stateOfAnUpdateIsTakenOver() {
    JobExecution before =
        new JobExecution(
            "job1", null, JobStatus.QUEUED, Map.of(), null, null, null, 1, 1, null, null);
    JobExecution after =
        before.withState(new JobExecutionState(JobStatus.IN_PROGRESS, Map.of("a", "b"), 7));
    assertThat(after.status()).isEqualTo(JobStatus.IN_PROGRESS);
    assertThat(after.statusDetails()).isEqualTo(Map.of("a", "b"));
    assertThat(after.versionNumber()).isEqualTo(7);
    assertThat(before.withState(null).versionNumber()).isEqualTo(2);
  }

  @Test
  void documentIsItsBytes() {
    byte[] source = "x{\"a\":1}y".getBytes(StandardCharsets.UTF_8);
    JobDocument document = JobDocument.copyOf(source, 1, 8);
    source[2] = 'z';
    document.toBytes()[1] = 'z';
    assertThat(document.toJson()).isEqualTo("{\"a\":1}");
    assertThat(document.size()).isEqualTo(7);
    assertThat(document).isEqualTo(JobDocument.of("{\"a\":1}"));
    assertThat(document).hasSameHashCodeAs(JobDocument.of("{\"a\":1}"));
    assertThat(document).isNotEqualTo(JobDocument.of("{\"a\": 1}"));
    assertThat(document).hasToString("JobDocument[7 bytes]");
  }

  @Test
  void documentLiesWithinItsSource() {
    byte[] source = new byte[3];
    assertThatThrownBy(() -> JobDocument.copyOf(source, -1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> JobDocument.copyOf(source, 0, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void terminalStatusesAreThoseThatEndAnExecution() {
    assertThat(Stream.of(JobStatus.values()).filter(JobStatus::isTerminal))
        .containsExactly(
            JobStatus.FAILED,
            JobStatus.SUCCEEDED,
            JobStatus.CANCELED,
            JobStatus.TIMED_OUT,
            JobStatus.REJECTED,
            JobStatus.REMOVED);
  }

  @ParameterizedTest
  @EnumSource(RejectedErrorCode.class)
  void codesAreFoundByTheirNames(RejectedErrorCode code) {
    assertThat(RejectedErrorCode.of(code.wireName())).isEqualTo(code);
  }

  @Test
  void codeOfAnotherNameIsUnknown() {
    assertThat(RejectedErrorCode.of("invalidjson")).isEqualTo(RejectedErrorCode.UNKNOWN);
  }

  @Test
  void failuresAreUnwrapped() {
    JobsException closed = RequestSender.closedException();
    assertThat(JobsException.from(new CompletionException(new CompletionException(closed))))
        .isSameAs(closed);
    JobsException other = JobsException.from(new IllegalStateException("broken"));
    assertThat(other.kind()).isEqualTo(JobsException.Kind.NOT_SENT);
    assertThat(other).hasRootCauseMessage("broken");
    assertThat(JobsException.from(null).kind()).isEqualTo(JobsException.Kind.NOT_SENT);
  }
}

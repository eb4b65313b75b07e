package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobExecutionSummary;
import io.jobhandler.jobs.JobExecutionsChangedEvent;
import io.jobhandler.jobs.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Executions that share a job's name: the service's retries, and jobs that were made again. */
class ThingQueueRetriesTest {
  private static final Instant LATER = TestJobs.QUEUED_AT.plusSeconds(1);

  private final QueueFixture fixture = new QueueFixture(1).connected().running("job-1");
  private final FakeQueueService service = fixture.service;

  private static JobExecution stored(JobStatus status, long number, @Nullable Instant queuedAt) {
    return new JobExecution(
        "job-1",
        null,
        status,
        Map.of(),
        queuedAt,
        null,
        queuedAt,
        1,
        number,
        null,
        TestJobs.DOCUMENT);
  }

  private void list(long number, Instant queuedAt) {
    JobExecutionSummary summary =
        new JobExecutionSummary("job-1", queuedAt, null, queuedAt, 1, number);
    fixture.queue.onChanged(
        new JobExecutionsChangedEvent(Map.of(JobStatus.QUEUED, List.of(summary)), null));
  }

  private List<ExecutionKey> begun() {
    return fixture.begun.stream().map(QueuedJob::key).toList();
  }

  @Test
  @DisplayName("Edge case 6: a retry of the service keeps the jobId and raises executionNumber")
  void aRetryThatIsListedIsAnotherExecution() {
    fixture.over("job-1");
    list(2, LATER);
    fixture.manual.advance(PATIENCE);
    service.answerDescription(stored(JobStatus.QUEUED, 2, LATER));

    assertThat(begun()).containsExactly(TestJobs.key("job-1"), new ExecutionKey("job-1", 2, LATER));
  }

  @Test
  void aRetryThatWasQueuedInTheSameSecondIsAnotherExecution() {
    fixture.over("job-1");
    fixture.notifyNext(stored(JobStatus.QUEUED, 2, TestJobs.QUEUED_AT));

    assertThat(begun()).containsExactly(TestJobs.key("job-1"), TestJobs.key("job-1", 2));
  }

  @Test
  void aRetryWaitsForTheEndOfTheExecutionBeforeIt() {
    fixture.notifyNext(stored(JobStatus.QUEUED, 2, LATER));
    assertThat(begun()).hasSize(1);

    fixture.over("job-1");
    assertThat(begun()).hasSize(2);
  }

  @Test
  void aJobThatWasDeletedAndMadeAgainIsAnotherExecution() {
    fixture.over("job-1");
    fixture.notifyNext(stored(JobStatus.QUEUED, 1, LATER));

    assertThat(begun()).containsExactly(TestJobs.key("job-1"), new ExecutionKey("job-1", 1, LATER));
  }

  @Test
  void aRunningJobThatWasDeletedAndMadeAgainIsGone() {
    list(1, LATER);
    service.answerDescription(stored(JobStatus.QUEUED, 1, LATER));

    assertThat(fixture.gone).containsExactly(TestJobs.key("job-1"));
  }

  @Test
  void aDescriptionThatDoesNotTellTheTimeInterruptsNothing() {
    fixture.notify(List.of());
    service.answerDescription(stored(JobStatus.IN_PROGRESS, 1, null));

    assertThat(fixture.gone).isEmpty();
  }

  @Test
  void anExecutionWhoseTimeIsNotKnownIsInterruptedByNoDescriptionThatTellsIt() {
    QueueFixture idle = new QueueFixture(1).connected();
    idle.notifyNext(stored(JobStatus.QUEUED, 1, null));
    idle.notify(List.of());
    idle.service.answerDescription(stored(JobStatus.IN_PROGRESS, 1, LATER));

    assertThat(idle.begun).hasSize(1);
    assertThat(idle.gone).isEmpty();
  }

  @Test
  void anExecutionThatAnotherHasReplacedUnlistedIsAskedForOnceMore() {
    fixture.over("job-1");
    list(2, LATER);
    fixture.notifyNext((JobExecution) null);
    fixture.manual.advance(PATIENCE);
    assertThat(service.asked()).isEqualTo(1);
    service.answerDescription(stored(JobStatus.QUEUED, 3, LATER));
    assertThat(begun()).hasSize(1);
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void anExecutionThatIsOverWhenItIsDescribedIsNotAskedForAgain() {
    fixture.over("job-1");
    list(2, LATER);
    fixture.notifyNext((JobExecution) null);
    fixture.manual.advance(PATIENCE);
    service.answerDescription(stored(JobStatus.TIMED_OUT, 2, LATER));
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(1);
    assertThat(begun()).hasSize(1);
  }

  @Test
  void aRetryOfAnotherAgentsJobInterruptsNothing() {
    fixture.notify(summaries("job-1"), "theirs");
    fixture.notifyNext(TestJobs.execution("theirs", JobStatus.IN_PROGRESS, 2, null));

    assertThat(fixture.gone).isEmpty();
    assertThat(service.described()).isEmpty();
  }
}

package io.jobhandler.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one stage hands to the next. */
class DecodedJobTest {
  private static final HandlerBinding<?> HANDLER =
      Handlers.binding(Handlers.method("x", null), invocation -> JobResult.succeeded());
  private static final QueuedJob QUEUED = TestJobs.queued(TestJobs.DOCUMENT);

  @Test
  void anExecutionIsNamedAsPeopleDo() {
    assertThat(TestJobs.key("job-1")).hasToString("job-1");
    assertThat(TestJobs.key("job-1", 2)).hasToString("job-1#2");
  }

  @Test
  void knowsItsExecutionAndItsOperation() {
    DecodedJob job = new DecodedJob(QUEUED, HANDLER, "document");

    assertThat(job.key()).isEqualTo(TestJobs.key("job-1"));
    assertThat(job.operation()).isEqualTo("x");
    assertThat(job.payloads()).isEmpty();
  }

  @Test
  void aJobWithoutPayloadsIsReadyOnceItIsAdmitted() {
    DecodedJob job = new DecodedJob(QUEUED, HANDLER, "document");
    AdmittedJob admitted = new AdmittedJob(job, Attempt.FIRST, Duration.ofMinutes(1), false);
    ReadyJob ready = ReadyJob.withoutPayloads(admitted);

    assertThat(ready.decoded()).isSameAs(job);
    assertThat(ready.payloads()).isEqualTo(Map.of());
    assertThat(admitted.attempt().number()).isEqualTo(1);
  }
}

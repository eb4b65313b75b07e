package io.jobhandler.internal.execution;

import io.jobhandler.JobContext;
import io.jobhandler.JobWork;
import io.jobhandler.RestartCause;
import io.jobhandler.internal.flow.AdmittedJob;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler sees of its job. */
record RunningJobContext(
    String thingName, AdmittedJob job, SupervisedWork<?> work, JobMemory memory)
    implements JobContext {

  @Override
  public String jobId() {
    return job.decoded().key().jobId();
  }

  @Override
  public long executionNumber() {
    return job.decoded().key().executionNumber();
  }

  @Override
  public String operation() {
    return job.decoded().operation();
  }

  @Override
  public Map<String, String> storedDetails() {
    return job.decoded().queued().storedDetails();
  }

  @Override
  public Duration remainingTime() {
    return work.remaining();
  }

  @Override
  public boolean isCancelled() {
    return work.isStopped();
  }

  @Override
  public int attempt() {
    return job.attempt().number();
  }

  @Override
  public RestartCause restartCause() {
    return job.attempt().cause();
  }

  @Override
  public void checkpoint(Object checkpoint) {
    memory.store(checkpoint);
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T step(
      String name, Class<T> type, JobWork<T, X> part) throws X {
    return memory.step(name, type, part);
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T shielded(JobWork<T, X> part) throws X {
    return work.shielded(part);
  }
}

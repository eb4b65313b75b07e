package io.jobhandler.internal.execution;

import io.jobhandler.JobContext;
import io.jobhandler.internal.flow.DecodedJob;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a handler sees of its job. */
record RunningJobContext(
    String thingName, DecodedJob job, Supplier<Duration> remaining, BooleanSupplier cancelled)
    implements JobContext {

  @Override
  public String jobId() {
    return job.key().jobId();
  }

  @Override
  public long executionNumber() {
    return job.key().executionNumber();
  }

  @Override
  public String operation() {
    return job.operation();
  }

  @Override
  public Map<String, String> storedDetails() {
    return job.queued().storedDetails();
  }

  @Override
  public Duration remainingTime() {
    return remaining.get();
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }
}

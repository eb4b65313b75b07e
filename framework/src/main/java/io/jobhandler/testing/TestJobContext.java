package io.jobhandler.testing;

import io.jobhandler.JobContext;
import io.jobhandler.JobWork;
import io.jobhandler.RestartCause;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context of a job for tests that call handlers themselves. Remembers checkpoints and steps in
 * memory, as objects: pass it on with {@link #nextAttempt} to see what a handler makes of a
 * restart. Not safe for use by several threads.
 */
public final class TestJobContext implements JobContext {
  private static final int LONGEST_NAME = 128;

  private final String operation;
  private final int attempt;
  private final RestartCause cause;
  private final List<Object> checkpoints;
  private final Map<String, @Nullable Object> steps;
  private boolean cancelled;

  private TestJobContext(
      String operation,
      int attempt,
      RestartCause cause,
      List<Object> checkpoints,
      Map<String, @Nullable Object> steps) {
    this.operation = operation;
    this.attempt = attempt;
    this.cause = cause;
    this.checkpoints = checkpoints;
    this.steps = steps;
  }

  /**
   * The context of a first attempt of job {@code job} on thing {@code thing}.
   *
   * @param operation the handler's operation
   * @return a context whose time is not limited
   */
  public static TestJobContext of(String operation) {
    return new TestJobContext(operation, 1, RestartCause.NONE, new ArrayList<>(), new HashMap<>());
  }

  /**
   * The context of the attempt after this one, which remembers what this one does.
   *
   * @param newCause what came before it
   * @return another context
   */
  public TestJobContext nextAttempt(RestartCause newCause) {
    return new TestJobContext(operation, attempt + 1, newCause, checkpoints, steps);
  }

  /** Has {@link #isCancelled} say so from now on. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * What the handler has stored with {@link #checkpoint}.
   *
   * @return the checkpoints in order, a copy
   */
  public List<Object> checkpoints() {
    return List.copyOf(checkpoints);
  }

  @Override
  public String thingName() {
    return "thing";
  }

  @Override
  public String jobId() {
    return "job";
  }

  @Override
  public long executionNumber() {
    return 1;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public Map<String, String> storedDetails() {
    return Map.of();
  }

  @Override
  public Duration remainingTime() {
    return Duration.ofHours(1);
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public RestartCause restartCause() {
    return cause;
  }

  @Override
  public void checkpoint(Object checkpoint) {
    checkpoints.add(checkpoint);
  }

  @Override
  @SuppressWarnings("unchecked") // checked by the type, which null passes too
  public <T extends @Nullable Object, X extends Exception> T step(
      String name, Class<T> type, JobWork<T, X> work) throws X {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the step's name '%s' has %d characters, expected 1 to %d"
              .formatted(name, name.length(), LONGEST_NAME));
    }
    if (!steps.containsKey(name)) {
      steps.put(name, work.run());
    }
    Object result = steps.get(name);
    if (result != null && !MethodType.methodType(type).wrap().returnType().isInstance(result)) {
      throw new IllegalArgumentException(
          "step '%s' resulted in %s, expected %s".formatted(name, result, type.getName()));
    }
    return (T) result;
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T shielded(JobWork<T, X> work) throws X {
    return work.run();
  }
}

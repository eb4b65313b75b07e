package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.StepScope;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Rollout}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Rollout_JobDispatcher implements JobDispatcher<Rollout> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "rollout",
              ConfigUpdate.class,
              "",
              "Rollout.install(ConfigUpdate, ProgressReporter)")
              .withAfterRestart(
                  null,
                  "Rollout.confirm()"));

  /** Called by the agent, which finds this class in the index. */
  public Rollout_JobDispatcher() {}

  @Override
  public Class<Rollout> handlerClass() {
    return Rollout.class;
  }

  @Override
  public Class<Rollout_JobSteps> instanceClass() {
    return Rollout_JobSteps.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, Rollout handler, JobInvocation invocation)
      throws Throwable {
    try (StepScope steps = StepScope.open(invocation.progress())) {
      return call(operation, handler, invocation.withProgress(steps.progress()));
    }
  }

  private static JobResult call(String operation, Rollout handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "rollout" ->
          handler.install(invocation.document(ConfigUpdate.class), invocation.progress());
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Rollout; known: rollout");
    };
  }

  @Override
  @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
  public JobResult dispatchAfterRestart(
      String operation, Rollout handler, ContinuationInvocation invocation) throws Throwable {
    try (StepScope steps =
        StepScope.openAfterRestart(invocation.progress(), invocation.context())) {
      return callAfterRestart(
          operation, handler, invocation.withProgress(steps.progress()));
    }
  }

  @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
  private static JobResult callAfterRestart(
      String operation, Rollout handler, ContinuationInvocation invocation) throws Throwable {
    return switch (operation) {
      case "rollout" -> {
        handler.confirm();
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no @AfterRestart method for operation '"
                  + operation
                  + "' in Rollout; known: rollout");
    };
  }
}

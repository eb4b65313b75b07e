package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Irrigation}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Irrigation_JobDispatcher implements JobDispatcher<Irrigation> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "irrigation:plan",
              Irrigation.Plan.class,
              "PT1M",
              "Irrigation.plan(Irrigation.Plan)")
              .withPolicy(
                  HandlerPolicy.unset()
                      .withOnInterrupt(OnInterrupt.RESUME)
                      .withMaxAttempts(2))
              .withAfterRestart(
                  Irrigation.Position.class,
                  "Irrigation.goOn(Irrigation.Position)"));

  /** Called by the agent, which finds this class in the index. */
  public Irrigation_JobDispatcher() {}

  @Override
  public Class<Irrigation> handlerClass() {
    return Irrigation.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public List<ConstraintViolation> validate(String operation, Object document) {
    return Irrigation_JobConstraints.validate(operation, document);
  }

  @Override
  public JobResult dispatch(String operation, Irrigation handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "irrigation:plan" -> {
        handler.plan(invocation.document(Irrigation.Plan.class));
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Irrigation; known: irrigation:plan");
    };
  }

  @Override
  @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
  public JobResult dispatchAfterRestart(
      String operation, Irrigation handler, ContinuationInvocation invocation) throws Throwable {
    return switch (operation) {
      case "irrigation:plan" -> {
        handler.goOn(invocation.checkpoint(Irrigation.Position.class));
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no @AfterRestart method for operation '"
                  + operation
                  + "' in Irrigation; known: irrigation:plan");
    };
  }
}

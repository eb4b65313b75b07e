package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Gateway}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Gateway_JobDispatcher implements JobDispatcher<Gateway> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "gateway_restart",
              null,
              "",
              "Gateway.restart()")
              .withPolicy(
                  HandlerPolicy.unset()
                      .withOnInterrupt(OnInterrupt.RERUN)
                      .withMapping(
                          new ExceptionMapping(
                              Gateway.WornOut.class,
                              MapException.Status.FAILED,
                              "WORN_OUT"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.IllegalStateException.class,
                              MapException.Status.FAILED,
                              "STATE"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.RuntimeException.class,
                              MapException.Status.FAILED,
                              "BUG"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.Exception.class,
                              MapException.Status.FAILED,
                              "GATEWAY")))
              .withAfterRestart(
                  null,
                  "Gateway.restarted()")
              .withOnCancelled(
                  null,
                  "Gateway.putEverythingBackAsItWasBeforeTheGatewayWasToldToRestartIt(JobContext)"),
          HandlerMethod.of(
              "gateway_scan",
              null,
              "",
              "Gateway.scan()")
              .withPolicy(
                  HandlerPolicy.unset()
                      .withMapping(
                          new ExceptionMapping(
                              Gateway.WornOut.class,
                              MapException.Status.FAILED,
                              "WORN_OUT"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.IllegalStateException.class,
                              MapException.Status.FAILED,
                              "STATE"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.RuntimeException.class,
                              MapException.Status.FAILED,
                              "BUG"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.Exception.class,
                              MapException.Status.FAILED,
                              "GATEWAY"))),
          HandlerMethod.of(
              "gateway_update",
              ConfigUpdate.class,
              "",
              "Gateway.update(ConfigUpdate, JobContext)")
              .withPolicy(
                  HandlerPolicy.unset()
                      .withOnInterrupt(OnInterrupt.RESUME)
                      .withMaxAttempts(5)
                      .withRetryOn(Gateway.WornOut.class)
                      .withRetryOn(java.lang.InterruptedException.class)
                      .withBackoff("PT30S")
                      .withExclusive()
                      .withMapping(
                          new ExceptionMapping(
                              java.nio.file.NoSuchFileException.class,
                              MapException.Status.REJECTED,
                              "NO_SUCH_SLOT"))
                      .withMapping(
                          new ExceptionMapping(
                              java.io.IOException.class,
                              MapException.Status.FAILED,
                              "STORAGE"))
                      .withMapping(
                          new ExceptionMapping(
                              Gateway.WornOut.class,
                              MapException.Status.FAILED,
                              "WORN_OUT"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.IllegalStateException.class,
                              MapException.Status.FAILED,
                              "STATE"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.RuntimeException.class,
                              MapException.Status.FAILED,
                              "BUG"))
                      .withMapping(
                          new ExceptionMapping(
                              java.lang.Exception.class,
                              MapException.Status.FAILED,
                              "GATEWAY")))
              .withAfterRestart(
                  Gateway.Slot.class,
                  "Gateway.goOn(Gateway.Slot, ProgressReporter, JobContext)")
              .withOnCancelled(
                  Gateway.Slot.class,
                  "Gateway.undo(JobContext, Gateway.Slot)"));

  /** Called by the agent, which finds this class in the index. */
  public Gateway_JobDispatcher() {}

  @Override
  public Class<Gateway> handlerClass() {
    return Gateway.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, Gateway handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "gateway_restart" -> handler.restart();
      case "gateway_scan" -> {
        handler.scan();
        yield JobResult.succeeded();
      }
      case "gateway_update" ->
          handler.update(invocation.document(ConfigUpdate.class), invocation.context());
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Gateway; known: gateway_restart, gateway_scan, gateway_update");
    };
  }

  @Override
  @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
  public JobResult dispatchAfterRestart(
      String operation, Gateway handler, ContinuationInvocation invocation) throws Throwable {
    return switch (operation) {
      case "gateway_restart" -> {
        Gateway.restarted();
        yield JobResult.succeeded();
      }
      case "gateway_update" ->
          handler.goOn(
              invocation.checkpoint(Gateway.Slot.class),
              invocation.progress(),
              invocation.context());
      default ->
          throw new IllegalArgumentException(
              "no @AfterRestart method for operation '"
                  + operation
                  + "' in Gateway; known: gateway_restart, gateway_update");
    };
  }

  @Override
  public void dispatchOnCancelled(
      String operation, Gateway handler, ContinuationInvocation invocation) throws Throwable {
    switch (operation) {
      case "gateway_restart" ->
          Gateway.putEverythingBackAsItWasBeforeTheGatewayWasToldToRestartIt(invocation.context());
      case "gateway_update" ->
          handler.undo(invocation.context(), invocation.checkpoint(Gateway.Slot.class));
      default ->
          throw new IllegalArgumentException(
              "no @OnCancelled method for operation '"
                  + operation
                  + "' in Gateway; known: gateway_restart, gateway_update");
    }
  }
}

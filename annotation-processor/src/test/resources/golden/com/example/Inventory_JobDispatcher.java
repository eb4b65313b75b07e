package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.ResultDetails;
import io.jobhandler.spi.StagedResult;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Inventory}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Inventory_JobDispatcher implements JobDispatcher<Inventory> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "clear",
              null,
              "",
              "Inventory.clear()"),
          HandlerMethod.of(
              "count",
              ConfigUpdate.class,
              "",
              "Inventory.count(ConfigUpdate, JobContext)"),
          HandlerMethod.of(
              "count_later",
              ConfigUpdate.class,
              "",
              "Inventory.countLater(ConfigUpdate, JobContext)"),
          HandlerMethod.of(
              "list",
              null,
              "",
              "Inventory.list()"),
          HandlerMethod.of(
              "list_later",
              null,
              "",
              "Inventory.listLater()"),
          HandlerMethod.of(
              "order_later",
              ConfigUpdate.class,
              "",
              "Inventory.orderThePartsThatAreMissingFromTheInventoryOfTheDevice(ConfigUpdate, JobContext)")
              .withAfterRestart(
                  null,
                  "Inventory.afterTheOrder()")
              .withOnCancelled(
                  null,
                  "Inventory.cancelTheOrder()"));

  /** Called by the agent, which finds this class in the index. */
  public Inventory_JobDispatcher() {}

  @Override
  public Class<Inventory> handlerClass() {
    return Inventory.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, Inventory handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "clear" -> {
        var result = ResultDetails.required(Inventory.clear());
        yield new ResultDetails()
            .succeeded();
      }
      case "count" -> {
        var result = ResultDetails.required(handler.count(
            invocation.document(ConfigUpdate.class), invocation.context()));
        yield new ResultDetails()
            .add("parts", result.parts())
            .add("since", result.since())
            .add("state", result.state())
            .succeeded();
      }
      case "count_later" -> {
        var result = ResultDetails.required(StagedResult.await(handler.countLater(
            invocation.document(ConfigUpdate.class), invocation.context())));
        yield new ResultDetails()
            .add("parts", result.parts())
            .add("since", result.since())
            .add("state", result.state())
            .succeeded();
      }
      case "list" -> ResultDetails.of(handler.list());
      case "list_later" -> ResultDetails.of(StagedResult.await(handler.listLater()));
      case "order_later" ->
          StagedResult.await(handler.orderThePartsThatAreMissingFromTheInventoryOfTheDevice(
              invocation.document(ConfigUpdate.class), invocation.context()));
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Inventory; known: clear, count, count_later, list, list_later, order_later");
    };
  }

  @Override
  @SuppressWarnings("NullAway") // a method that takes no null knows of its checkpoint
  public JobResult dispatchAfterRestart(
      String operation, Inventory handler, ContinuationInvocation invocation) throws Throwable {
    return switch (operation) {
      case "order_later" -> {
        StagedResult.await(Inventory.afterTheOrder());
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no @AfterRestart method for operation '"
                  + operation
                  + "' in Inventory; known: order_later");
    };
  }

  @Override
  public void dispatchOnCancelled(
      String operation, Inventory handler, ContinuationInvocation invocation) throws Throwable {
    switch (operation) {
      case "order_later" -> handler.cancelTheOrder();
      default ->
          throw new IllegalArgumentException(
              "no @OnCancelled method for operation '"
                  + operation
                  + "' in Inventory; known: order_later");
    }
  }
}

package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link ConfigHandlers}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class ConfigHandlers_JobDispatcher implements JobDispatcher<ConfigHandlers> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "config.check",
              ConfigUpdate.class,
              "",
              "ConfigHandlers.checkWhetherTheConfigurationOfTheDeviceIsStillValid(ConfigUpdate)"),
          HandlerMethod.of(
              "config_reset",
              null,
              "",
              "ConfigHandlers.reset()"),
          HandlerMethod.of(
              "config_update",
              ConfigUpdate.class,
              "PT10M",
              "ConfigHandlers.update(JobContext, ConfigUpdate, ProgressReporter)"));

  /** Called by the agent, which finds this class in the index. */
  public ConfigHandlers_JobDispatcher() {}

  @Override
  public Class<ConfigHandlers> handlerClass() {
    return ConfigHandlers.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, ConfigHandlers handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "config.check" ->
          ConfigHandlers.checkWhetherTheConfigurationOfTheDeviceIsStillValid(
              invocation.document(ConfigUpdate.class));
      case "config_reset" -> handler.reset();
      case "config_update" -> {
        handler.update(
            invocation.context(), invocation.document(ConfigUpdate.class), invocation.progress());
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in ConfigHandlers; known: config.check, config_reset, config_update");
    };
  }
}

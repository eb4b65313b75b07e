package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Cameras}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Cameras_JobDispatcher implements JobDispatcher<Cameras> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "camera_config",
              ConfigUpdate.class,
              "",
              "Cameras.configure(ConfigUpdate)"),
          HandlerMethod.of(
              "camera_setup",
              CameraSetup.class,
              "",
              "Cameras.setUp(CameraSetup)"));

  /** Called by the agent, which finds this class in the index. */
  public Cameras_JobDispatcher() {}

  @Override
  public Class<Cameras> handlerClass() {
    return Cameras.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public List<ConstraintViolation> validate(String operation, Object document) {
    return Cameras_JobConstraints.validate(operation, document);
  }

  @Override
  public JobResult dispatch(String operation, Cameras handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "camera_config" -> {
        handler.configure(invocation.document(ConfigUpdate.class));
        yield JobResult.succeeded();
      }
      case "camera_setup" -> {
        handler.setUp(invocation.document(CameraSetup.class));
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Cameras; known: camera_config, camera_setup");
    };
  }
}

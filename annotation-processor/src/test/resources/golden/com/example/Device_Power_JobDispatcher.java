package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Device.Power}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Device_Power_JobDispatcher implements JobDispatcher<Device.Power> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "device:reboot",
              Device.Reboot.class,
              "",
              "Device.Power.reboot(Device.Reboot)"));

  /** Called by the agent, which finds this class in the index. */
  public Device_Power_JobDispatcher() {}

  @Override
  public Class<Device.Power> handlerClass() {
    return Device.Power.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, Device.Power handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "device:reboot" -> handler.reboot(invocation.document(Device.Reboot.class));
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Device.Power; known: device:reboot");
    };
  }
}

package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.PayloadParameter;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Firmware}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Firmware_JobDispatcher implements JobDispatcher<Firmware> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "firmware_stage",
              null,
              "",
              "Firmware.stage(VerifiedPayload)")
              .withPayload(
                  new PayloadParameter(
                      "image",
                      "/presign",
                      "/codesign",
                      "",
                      false)),
          HandlerMethod.of(
              "firmware_update",
              ConfigUpdate.class,
              "PT30M",
              "Firmware.install(VerifiedPayload, ConfigUpdate, ProgressReporter, Map<String, VerifiedPayload>)")
              .withPayload(
                  new PayloadParameter(
                      "image",
                      "/image/url",
                      "/image/codesign",
                      "firmware",
                      false))
              .withPayload(
                  new PayloadParameter(
                      "files",
                      "/files/*/url",
                      "/files/*/codesign",
                      "",
                      true)));

  /** Called by the agent, which finds this class in the index. */
  public Firmware_JobDispatcher() {}

  @Override
  public Class<Firmware> handlerClass() {
    return Firmware.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, Firmware handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "firmware_stage" -> {
        handler.stage(invocation.payload("image"));
        yield JobResult.succeeded();
      }
      case "firmware_update" ->
          handler.install(
              invocation.payload("image"),
              invocation.document(ConfigUpdate.class),
              invocation.progress(),
              invocation.payloads("files"));
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Firmware; known: firmware_stage, firmware_update");
    };
  }
}

package io.jobhandler.starter.samples.restarting;

import io.jobhandler.JobResult;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Calls the handler, as one that the annotation processor writes does. */
public final class RestartingDispatcher implements JobDispatcher<RestartingHandler> {
  @Override
  public Class<RestartingHandler> handlerClass() {
    return RestartingHandler.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return Stream.of("reboot", "restart")
        .map(
            operation ->
                new HandlerMethod(
                        operation, null, (Duration) null, "RestartingHandler.begin(String)")
                    .withAfterRestart(String.class, "RestartingHandler.goOn(String, JobContext)"))
        .toList();
  }

  @Override
  public JobResult dispatch(String operation, RestartingHandler handler, JobInvocation invocation) {
    return handler.begin(operation);
  }

  @Override
  public JobResult dispatchAfterRestart(
      String operation, RestartingHandler handler, ContinuationInvocation invocation) {
    return handler.goOn(String.valueOf(invocation.checkpoint(String.class)), invocation.context());
  }
}

package io.jobhandler.agent;

import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;

/** A dispatcher as the annotation processor writes it. */
public final class HeldDispatcher implements JobDispatcher<HeldHandlers> {
  /** As the index wants it. */
  public HeldDispatcher() {}

  @Override
  public Class<HeldHandlers> handlerClass() {
    return HeldHandlers.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return List.of(
        method("a"),
        method("b"),
        method("c"),
        method("alone").withPolicy(HandlerPolicy.unset().withExclusive()));
  }

  private static HandlerMethod method(String operation) {
    return HandlerMethod.of(operation, null, "", "HeldHandlers.run(JobContext)");
  }

  @Override
  public JobResult dispatch(String operation, HeldHandlers handler, JobInvocation invocation)
      throws InterruptedException {
    return handler.run(invocation.context());
  }
}

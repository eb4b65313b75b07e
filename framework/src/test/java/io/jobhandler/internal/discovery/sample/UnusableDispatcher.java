package io.jobhandler.internal.discovery.sample;

import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;

/** A dispatcher that nobody but its package may make. */
final class UnusableDispatcher implements JobDispatcher<IndexedHandlers> {
  /** Public, unlike its class. */
  public UnusableDispatcher() {}

  @Override
  public Class<IndexedHandlers> handlerClass() {
    return IndexedHandlers.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return List.of();
  }

  @Override
  public JobResult dispatch(String operation, IndexedHandlers handler, JobInvocation invocation) {
    return JobResult.succeeded();
  }
}

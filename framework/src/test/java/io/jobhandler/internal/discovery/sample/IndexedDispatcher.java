package io.jobhandler.internal.discovery.sample;

import io.jobhandler.JobResult;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;

/** A dispatcher as the annotation processor writes it. */
public final class IndexedDispatcher implements JobDispatcher<IndexedHandlers> {
  /** As the index wants it. */
  public IndexedDispatcher() {}

  @Override
  public Class<IndexedHandlers> handlerClass() {
    return IndexedHandlers.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return List.of(HandlerMethod.of("indexed", null, "", "IndexedHandlers.indexed()"));
  }

  @Override
  public JobResult dispatch(String operation, IndexedHandlers handler, JobInvocation invocation) {
    return JobResult.succeeded();
  }
}

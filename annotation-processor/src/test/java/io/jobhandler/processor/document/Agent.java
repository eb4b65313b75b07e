package io.jobhandler.processor.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.JobResult;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads documents into a type as the agent does on a device. */
final class Agent {
  private final DocumentDecoder decoder;

  Agent(Class<?> documentType) {
    HandlerRegistry handlers = new HandlerRegistry();
    handlers.add(new OneHandler(documentType), new Object());
    decoder = new DocumentDecoder(handlers);
  }

  /** Why the agent refuses a document, empty where it does not. */
  String refusalOf(JsonNode document) {
    ExecutionKey key = new ExecutionKey("job", 1, Instant.EPOCH);
    try {
      decoder.decode(new QueuedJob(key, 1, Map.of(), JobDocument.of(document.toString())));
      return "";
    } catch (DocumentFaultException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A handler of the operation {@code x}, which is never called. */
  private record OneHandler(Class<?> documentType) implements JobDispatcher<Object> {
    @Override
    public Class<Object> handlerClass() {
      return Object.class;
    }

    @Override
    public List<HandlerMethod> handlerMethods() {
      return List.of(HandlerMethod.of("x", documentType, "", "Handlers.handle"));
    }

    @Override
    public JobResult dispatch(String operation, Object handler, JobInvocation invocation) {
      throw new AssertionError(operation);
    }
  }
}

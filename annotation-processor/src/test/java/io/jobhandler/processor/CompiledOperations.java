package io.jobhandler.processor;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.jobs.JobDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiled handlers as the agent sees them, and the files that were written for their operations.
 */
final class CompiledOperations implements AutoCloseable {
  private static final Path SOURCES = Path.of("src", "test", "resources");

  private final CompiledHandlers handlers;
  private final Path classes;
  private final DocumentDecoder decoder;

  private CompiledOperations(CompiledHandlers handlers, Path classes) {
    this.handlers = handlers;
    this.classes = classes;
    HandlerRegistry registry = new HandlerRegistry();
    registry.add(handlers.dispatcher(), handlers.handler());
    this.decoder = new DocumentDecoder(registry);
  }

  /** Compiles one class of the test resources. */
  static CompiledOperations of(Path directory, String packageName, String className)
      throws IOException, ReflectiveOperationException {
    String text = Files.readString(SOURCES.resolve(packageName).resolve(className + ".java"));
    CompiledHandlers handlers = CompiledHandlers.of(directory, packageName + "." + className, text);
    return new CompiledOperations(handlers, directory.resolve("classes"));
  }

  /** Why the agent refuses a document while it is QUEUED; empty where it does not. */
  String agentFault(String json) {
    try {
      QueuedJob job =
          new QueuedJob(new ExecutionKey("j", 1, null), 1, Map.of(), JobDocument.of(json));
      return signatureFault(decoder.decode(job));
    } catch (DocumentFaultException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String signatureFault(DecodedJob job) {
    return job.payloads().stream().allMatch(payload -> payload.signature() != null)
        ? ""
        : "a signature is missing";
  }

  /** What a validator finds. */
  Set<ValidationMessage> schemaFaults(String operation, String json, boolean assertsFormats)
      throws IOException {
    return schema(operation)
        .validate(
            json,
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(assertsFormats));
  }

  private JsonSchema schema(String operation) throws IOException {
    SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(text(operation, ".schema.json"), InputFormat.JSON, config);
  }

  String text(String operation, String end) throws IOException {
    return Files.readString(classes.resolve(OperationFiles.pathOf(operation) + end));
  }

  List<String> operations() {
    return handlers.dispatcher().handlerMethods().stream()
        .map(method -> method.operation())
        .toList();
  }

  @Override
  public void close() throws IOException {
    handlers.close();
  }
}

package io.jobhandler.processor;

import io.jobhandler.processor.json.JsonText;
import io.jobhandler.processor.nativeimage.ReachabilityMetadata;
import io.jobhandler.processor.nativeimage.ReflectedTypes;
import io.jobhandler.processor.operation.Descriptions;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;

/** Writes what belongs to handler classes beside their dispatchers. Holds for one round. */
final class HandlerDocumentation {
  private final Elements elements;
  private final ProcessorOptions options;
  private final ClassOutput output;
  private final OperationModels operations;
  private final Set<String> documented;

  /**
   * Begins a round.
   *
   * @param documents what documents look like
   * @param documented the operations that have been written about, to which more are added
   */
  HandlerDocumentation(
      ProcessingEnvironment environment, DocumentModels documents, Set<String> documented) {
    this.elements = environment.getElementUtils();
    this.options = ProcessorOptions.of(environment.getOptions());
    this.output = new ClassOutput(environment.getFiler());
    this.operations = new OperationModels(elements, documents);
    this.documented = documented;
  }

  /** Writes the files of a class that has passed the checks. */
  void write(HandlerClassModel handlerClass, ErrorReporter reporter) {
    OperationFiles files = new OperationFiles(output, new Descriptions(elements));
    for (HandlerMethodModel method : handlerClass.methods()) {
      if (options.documentation() && documented.add(method.operation())) {
        write(handlerClass, method, files, reporter);
      }
    }
    writeMetadata(handlerClass, reporter);
  }

  private void write(
      HandlerClassModel handlerClass,
      HandlerMethodModel method,
      OperationFiles files,
      ErrorReporter reporter) {
    try {
      files.write(operations.of(handlerClass, method), handlerClass.element());
    } catch (IOException e) {
      reporter.error(
          ErrorCode.DOCUMENTATION_NOT_WRITTEN,
          method,
          "cannot write the documentation of operation '%s': %s".formatted(method.operation(), e));
    }
  }

  private void writeMetadata(HandlerClassModel handlerClass, ErrorReporter reporter) {
    String file =
        "META-INF/native-image/%s/%s/%s"
            .formatted(
                options.nativeImage(),
                elements.getBinaryName(handlerClass.element()),
                ReachabilityMetadata.FILE);
    String metadata =
        JsonText.pretty(
            ReachabilityMetadata.of(
                handlerClass.dispatcherName(), reflected(handlerClass).names()));
    try {
      output.write(file, metadata, List.of(handlerClass.element()));
    } catch (IOException e) {
      reporter.error(
          ErrorCode.METADATA_NOT_WRITTEN,
          handlerClass.element(),
          "cannot write GraalVM's metadata of %s, %s: %s"
              .formatted(handlerClass.nestedName(), file, e));
    }
  }

  /** Documents and checkpoints are read, checkpoints and results are written. */
  private ReflectedTypes reflected(HandlerClassModel handlerClass) {
    ReflectedTypes types = new ReflectedTypes(elements);
    for (CalledMethod method : handlerClass.calledMethods()) {
      method.parameters().stream()
          .flatMap(parameter -> DocumentTypes.of(parameter).stream())
          .map(operations.documents()::of)
          .forEach(types::add);
      types.addResult(method.element().getReturnType());
    }
    return types;
  }
}

package io.jobhandler.processor;

import io.jobhandler.processor.catalogue.OperationEntry;
import io.jobhandler.processor.json.JsonText;
import io.jobhandler.processor.operation.Descriptions;
import io.jobhandler.processor.operation.Operation;
import io.jobhandler.processor.sample.Sample;
import io.jobhandler.processor.schema.OperationSchema;
import io.jobhandler.processor.template.JobTemplate;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * The files of operations: a schema, a template, and an entry of the catalogue.
 *
 * @param output takes them
 * @param descriptions knows what authors say of documents
 */
record OperationFiles(ClassOutput output, Descriptions descriptions) {
  private static final String FOLDER = "META-INF/jobhandler/operations/";

  /** The beginning of the names of an operation's files. */
  static String pathOf(String operation) {
    return FOLDER + operation.replace(':', '+');
  }

  /** Where the catalogue's entry of an operation is. */
  static String entryOf(String operation) {
    return pathOf(operation) + ".md";
  }

  void write(Operation operation, TypeElement handlerClass) throws IOException {
    Sample sample = Sample.of(operation, descriptions);
    List<TypeElement> origin = List.of(handlerClass);
    String path = pathOf(operation.name());
    String schema = JsonText.pretty(OperationSchema.of(operation, descriptions));
    output.write(path + ".schema.json", schema, origin);
    String template = JsonText.pretty(JobTemplate.of(operation, sample));
    output.write(path + ".template.json", template, origin);
    output.write(
        entryOf(operation.name()), OperationEntry.of(operation, sample, descriptions), origin);
  }

  /** What the catalogue says of an operation. */
  static String entry(Operation operation, Descriptions descriptions) {
    return OperationEntry.of(operation, Sample.of(operation, descriptions), descriptions);
  }
}

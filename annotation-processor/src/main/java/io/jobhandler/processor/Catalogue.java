package io.jobhandler.processor;

import io.jobhandler.processor.operation.Descriptions;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;

/**
 * The catalogue of all operations, put together from the entries that were written with each, also
 * by earlier compilations: this one may have no source of theirs.
 *
 * @param output has the entries, and takes the catalogue
 * @param operations tells of the operations whose entries this compilation has written
 */
record Catalogue(ClassOutput output, OperationModels operations) {
  static final String FILE = "META-INF/jobhandler/operations.md";

  void write(Collection<HandlerClassModel> handlerClasses) throws IOException {
    SortedMap<String, String> entries = new TreeMap<>();
    for (HandlerClassModel handlerClass : handlerClasses) {
      for (HandlerMethodModel method : handlerClass.methods()) {
        entries.put(method.operation(), entry(handlerClass, method));
      }
    }
    Set<TypeElement> origins = new LinkedHashSet<>();
    handlerClasses.forEach(handlerClass -> origins.add(handlerClass.element()));
    output.write(FILE, "# Operations\n\n" + String.join("\n", entries.values()), origins);
  }

  private String entry(HandlerClassModel handlerClass, HandlerMethodModel method)
      throws IOException {
    try {
      return output
          .read(OperationFiles.entryOf(method.operation()))
          .orElseGet(() -> unknown(handlerClass, method));
    } catch (FilerException e) {
      // Compilers do not give back what they have just been given.
      return OperationFiles.entry(
          operations.of(handlerClass, method), new Descriptions(operations.elements()));
    }
  }

  private static String unknown(HandlerClassModel handlerClass, HandlerMethodModel method) {
    return "## `%s`\n\nNothing is known of it: compile `%s` again.\n"
        .formatted(method.operation(), handlerClass.nestedName());
  }
}

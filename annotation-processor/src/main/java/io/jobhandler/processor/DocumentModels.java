package io.jobhandler.processor;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What documents look like, read once for each type, and the compiler's view that it is read from.
 * Holds for one round of the compiler.
 */
final class DocumentModels {
  private final Elements elements;
  private final Types types;
  private final Map<TypeElement, DocumentModel> read = new HashMap<>();

  DocumentModels(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Elements elements() {
    return elements;
  }

  Types types() {
    return types;
  }

  /** What is read into a class. */
  DocumentModel of(TypeElement type) {
    return read.computeIfAbsent(type, element -> DocumentReader.read(element, elements, types));
  }

  /** What is read into the document of a method; none where it takes none. */
  Optional<DocumentModel> of(HandlerMethodModel method) {
    return method.parameters().stream()
        .flatMap(parameter -> DocumentTypes.of(parameter).stream())
        .findFirst()
        .map(this::of);
  }
}

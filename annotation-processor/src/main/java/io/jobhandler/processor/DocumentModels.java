package io.jobhandler.processor;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentReader;
import io.jobhandler.processor.types.TypeNames;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What documents look like, read once for each type. Holds for one round of the compiler. */
final class DocumentModels {
  private final Elements elements;
  private final Types types;
  private final Map<TypeElement, DocumentModel> read = new HashMap<>();

  DocumentModels(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** What is read into a class. */
  DocumentModel of(TypeMirror type) {
    return read.computeIfAbsent(
        TypeNames.elementOf(type), element -> DocumentReader.read(element, elements, types));
  }
}

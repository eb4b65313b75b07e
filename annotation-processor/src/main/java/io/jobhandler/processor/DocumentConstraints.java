package io.jobhandler.processor;

import io.jobhandler.processor.constraint.ConstrainedDocuments;
import io.jobhandler.processor.constraint.ConstraintsSource;
import io.jobhandler.processor.constraint.Words;
import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.JsonShape;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The constraints on the documents of a handler class.
 *
 * @param models the documents by operation
 * @param documents what is to be checked in them
 */
record DocumentConstraints(
    SortedMap<String, DocumentModel> models, ConstrainedDocuments documents) {

  static DocumentConstraints of(HandlerClassModel handlerClass, DocumentModels documents) {
    SortedMap<String, DocumentModel> models = new TreeMap<>();
    for (HandlerMethodModel method : handlerClass.methods()) {
      documents.of(method).ifPresent(model -> models.put(method.operation(), model));
    }
    return new DocumentConstraints(models, new ConstrainedDocuments(List.copyOf(models.values())));
  }

  /** Whether there is anything to check. */
  boolean areNeeded() {
    return !documents.isEmpty();
  }

  ConstraintsSource source(
      HandlerClassModel handlerClass, SourceNames names, boolean seesGenerated) {
    SortedMap<String, JsonShape> roots = new TreeMap<>();
    models.forEach((operation, model) -> roots.put(operation, model.root()));
    return new ConstraintsSource(
        handlerClass.element(),
        new Words(names::of, names::literal),
        new ConstraintsSource.Header(
            DispatcherSource.packageLine(handlerClass), DispatcherSource.generated(seesGenerated)),
        handlerClass.constraintsSimpleName(),
        roots,
        documents);
  }
}

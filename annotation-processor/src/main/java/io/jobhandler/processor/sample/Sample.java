package io.jobhandler.processor.sample;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.operation.Descriptions;
import io.jobhandler.processor.operation.Operation;
import java.util.List;

/**
 * A document that a handler accepts, once what stands for a URL has been replaced.
 *
 * @param document the document
 * @param toReplace pointers to values that the handler may refuse, since nothing says what it takes
 */
public record Sample(JsonObject document, List<String> toReplace) {

  static final String OPERATION = "operation";

  public static Sample of(Operation operation, Descriptions descriptions) {
    Unknown unknown = new Unknown();
    DocumentModel model = operation.document();
    JsonObject members =
        model == null ? null : new Sampler(model, descriptions, unknown).document(operation.name());
    JsonObject document = new JsonObject().put(OPERATION, operation.name());
    if (members != null) {
      document.putAll(members).put(OPERATION, operation.name());
    }
    operation.payloads().forEach(payload -> PayloadSample.put(payload, document));
    return new Sample(document, unknown.pointers());
  }
}

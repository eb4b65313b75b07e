package io.jobhandler.processor;

import java.util.List;

/**
 * The branch of a dispatcher's switch that operations come to which it does not know.
 *
 * @param handlerClass the handler class
 * @param names how the text writes strings
 */
record UnknownOperationSource(HandlerClassModel handlerClass, SourceNames names) {

  String branch(String missing, List<String> known) {
    return """
          default ->
              throw new IllegalArgumentException(
                  %s
                      + operation
                      + %s);\
    """
        .formatted(
            names.literal("no " + missing + " for operation '"),
            names.literal(
                "' in %s; known: %s"
                    .formatted(handlerClass.nestedName(), String.join(", ", known))));
  }
}

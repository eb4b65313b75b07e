package io.jobhandler.processor.catalogue;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.json.JsonText;
import io.jobhandler.processor.operation.Descriptions;
import io.jobhandler.processor.operation.Operation;
import io.jobhandler.processor.operation.OperationRules;
import io.jobhandler.processor.operation.PayloadPointers;
import io.jobhandler.processor.sample.Sample;
import java.util.List;
import java.util.stream.Collectors;

/** What the catalogue says of an operation, in Markdown. */
public final class OperationEntry {
  private static final String HEAD =
      """
      | property | type | required | constraints | meaning |
      | --- | --- | --- | --- | --- |
      """;

  private OperationEntry() {}

  public static String of(Operation operation, Sample sample, Descriptions descriptions) {
    String description = Markdown.text(operation.description());
    return "## `%s`\n\n".formatted(operation.name())
        + (description.isEmpty() ? "" : description + "\n\n")
        + rules(operation)
        + payloads(operation.payloads())
        + properties(operation, descriptions)
        + "```json\n"
        + JsonText.pretty(sample.document())
        + "```\n";
  }

  private static String rules(Operation operation) {
    OperationRules rules = operation.rules();
    return """
    | handler | step timeout | on interrupt | attempts | exclusive |
    | --- | --- | --- | --- | --- |
    | `%s` | %s | %s | %s | %s |

    """
        .formatted(
            operation.handler(),
            rules.stepTimeout() == null
                ? "default"
                : rules.stepTimeout() + (rules.progressRestartsTimer() ? " from each report" : ""),
            rules.onInterrupt(),
            rules.maxAttempts() == 0 ? "default" : String.valueOf(rules.maxAttempts()),
            rules.exclusive() ? "yes" : "no");
  }

  private static String payloads(List<PayloadPointers> payloads) {
    String rows =
        payloads.stream()
            .map(
                payload ->
                    "| %s | `%s` | `%s` | %s |\n"
                        .formatted(
                            payload.name() + (payload.several() ? ", 1 to 16" : ""),
                            payload.url(),
                            payload.codesign(),
                            payload.anchor().isEmpty() ? "default" : payload.anchor()))
            .collect(Collectors.joining());
    return rows.isEmpty()
        ? ""
        : "| payload | URL | signature | anchor |\n| --- | --- | --- | --- |\n" + rows + "\n";
  }

  private static String properties(Operation operation, Descriptions descriptions) {
    DocumentModel model = operation.document();
    if (model == null || model.root() instanceof JsonShape.Anything) {
      return "The document may have any other properties.\n\n";
    }
    String rows =
        new PropertyRows(model, descriptions)
            .all().stream().map(PropertyRow::text).collect(Collectors.joining());
    return rows.isEmpty() ? "The document has no other properties.\n\n" : HEAD + rows + "\n";
  }
}

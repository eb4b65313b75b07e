package io.jobhandler.processor.template;

import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.json.JsonText;
import io.jobhandler.processor.operation.Operation;
import io.jobhandler.processor.sample.Sample;
import java.util.regex.Pattern;

/** The template of an operation's jobs. */
public final class JobTemplate {
  private static final int MAX_ID = 64;
  private static final int HASH = 8;
  private static final int MAX_DESCRIPTION = 2028;
  private static final Pattern NOT_IN_ID = Pattern.compile("[^a-zA-Z0-9_-]");
  private static final Pattern NOT_IN_TEXT = Pattern.compile("[\\s\\p{C}]+");

  /** A role that nobody has: each account has its own. */
  private static final String ROLE = "arn:aws:iam::123456789012:role/job-payloads";

  private static final int URL_SECONDS = 3600;

  private JobTemplate() {}

  public static JsonObject of(Operation operation, Sample sample) {
    JsonObject template =
        new JsonObject()
            .put("jobTemplateId", id(operation.name()))
            .put("description", description(operation, sample))
            .put("document", JsonText.compact(sample.document()));
    if (!operation.payloads().isEmpty()) {
      template.put(
          "presignedUrlConfig",
          new JsonObject().put("roleArn", ROLE).put("expiresInSec", URL_SECONDS));
    }
    return template.putPresent("timeoutConfig", InProgressTimeout.of(operation));
  }

  /** Cut to the service's length, two operations still differ. */
  static String id(String operation) {
    String id = NOT_IN_ID.matcher(operation).replaceAll("-");
    return id.length() <= MAX_ID
        ? id
        : id.substring(0, MAX_ID - HASH - 1) + "-%08x".formatted(operation.hashCode());
  }

  static String description(Operation operation, Sample sample) {
    StringBuilder todo = new StringBuilder();
    if (!sample.toReplace().isEmpty()) {
      todo.append(" Replace in the document: ").append(String.join(", ", sample.toReplace()));
      todo.append('.');
    }
    if (!operation.payloads().isEmpty()) {
      todo.append(" Replace the bucket and the key in each presigned URL, the signature that AWS")
          .append(" Signer makes of the file, and the role that may read it.");
    }
    String what =
        operation.description().isEmpty()
            ? "Jobs of the operation " + operation.name() + "."
            : operation.description();
    return cut(what, MAX_DESCRIPTION - todo.length()) + cut(todo.toString(), MAX_DESCRIPTION);
  }

  private static String cut(String text, int length) {
    String line = NOT_IN_TEXT.matcher(text).replaceAll(" ");
    if (line.length() <= length) {
      return line;
    }
    int end = Math.max(0, length - 1);
    boolean half = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, half ? end - 1 : end) + "…";
  }
}

package io.jobhandler.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of a table of documents.
 *
 * @param operation the operation
 * @param verdicts how it is judged, {@code +} where it is accepted
 * @param json the document
 */
record SampledDocument(String operation, String verdicts, String json) {
  private static final String URL =
      "\"https://bucket.s3.eu-west-1.amazonaws.com/a?X-Amz-Signature=b\"";
  private static final String CODESIGN =
      """
      {"rawPayloadSize": 1024, "signature": "AQID", "signatureAlgorithm": "SHA256withECDSA",
       "payloadLocation": {"s3": {"bucketName": "b", "key": "k", "version": "v"}}}""";

  static List<SampledDocument> all(String table) throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources").resolve(table)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(SampledDocument::of)
        .toList();
  }

  private static SampledDocument of(String line) {
    String[] parts = line.split(" ", 3);
    String members = parts[2].replace("CODESIGN", CODESIGN).replace("URL", URL);
    return new SampledDocument(parts[0], parts[1], withOperation(parts[0], members));
  }

  private static String withOperation(String operation, String members) {
    boolean there = members.startsWith("{\"operation\"");
    String separator = members.equals("{}") ? "" : ", ";
    return there
        ? members
        : "{\"operation\": \"%s\"%s%s".formatted(operation, separator, members.substring(1));
  }
}

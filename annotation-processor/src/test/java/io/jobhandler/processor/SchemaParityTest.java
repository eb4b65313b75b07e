package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent and the schemas judge the same documents alike. */
class SchemaParityTest {
  @TempDir private static Path directory;
  private static CompiledOperations operations;

  @BeforeAll
  static void compile() throws Exception {
    operations = CompiledOperations.of(directory, "parity", "Fleet");
  }

  @AfterAll
  static void unload() throws IOException {
    operations.close();
  }

  static List<SampledDocument> documents() throws IOException {
    return SampledDocument.all("parity/documents.txt");
  }

  static List<SampledDocument> differences() throws IOException {
    return SampledDocument.all("parity/differences.txt");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void agentAndSchemaAgree(SampledDocument document) throws Exception {
    assertThat(verdicts(document)).isEqualTo(document.verdicts().repeat(3));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void whereTheyDifferIsKnown(SampledDocument document) throws Exception {
    assertThat(verdicts(document)).isEqualTo(document.verdicts());
  }

  @Test
  void documentsAreOfAllOperationsAndMany() throws IOException {
    assertThat(documents()).hasSizeGreaterThan(100);
    assertThat(documents().stream().map(SampledDocument::operation).distinct())
        .containsExactlyInAnyOrderElementsOf(operations.operations());
  }

  /** Of the agent, of the schema, and of the schema with its formats. */
  private static String verdicts(SampledDocument document) throws IOException {
    String operation = document.operation();
    String json = document.json();
    return sign(operations.agentFault(json).isEmpty())
        + sign(operations.schemaFaults(operation, json, false).isEmpty())
        + sign(operations.schemaFaults(operation, json, true).isEmpty());
  }

  private static String sign(boolean accepted) {
    return accepted ? "+" : "-";
  }
}

package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates are what the service takes, and their documents are what the agent takes. */
class SampleDocumentTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private static Path directory;
  private static CompiledOperations fleet;
  private static CompiledOperations pump;

  @BeforeAll
  static void compile() throws Exception {
    fleet = CompiledOperations.of(directory.resolve("fleet"), "parity", "Fleet");
    pump = CompiledOperations.of(directory.resolve("pump"), "parity", "Pump");
  }

  @AfterAll
  static void unload() throws IOException {
    fleet.close();
    pump.close();
  }

  static List<String> operations() {
    return fleet.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void sampleIsAccepted(String operation) throws IOException {
    String document = template(fleet, operation).get("document").textValue();

    assertAccepted(fleet, operation, document);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void templateKeepsTheRulesOfTheService(String operation) throws IOException {
    JsonNode template = template(fleet, operation);

    assertThat(template.get("jobTemplateId").textValue()).matches("[a-zA-Z0-9_-]{1,64}");
    assertThat(template.get("description").textValue())
        .matches("[^\\p{C}]+")
        .hasSizeLessThanOrEqualTo(2028);
    assertThat(template.get("document").textValue()).hasSizeLessThan(32_768);
  }

  @Test
  void constraintsAreMet() throws IOException {
    String document = template(pump, "tune").get("document").textValue();

    assertAccepted(pump, "tune", document.replace("replace-me", "ZZ-99-topaz"));
  }

  @Test
  void whatNobodyKnowsIsToBeReplaced() throws IOException {
    JsonNode template = template(pump, "tune");

    assertThat(MAPPER.readTree(template.get("document").textValue()).get("serial").textValue())
        .isEqualTo("replace-me");
    assertThat(template.get("description").textValue())
        .isEqualTo("Tunes the pump. It stands still meanwhile. Replace in the document: /serial.");
  }

  @Test
  void samplesOfTheAuthorAreTaken() throws IOException {
    JsonNode document = MAPPER.readTree(template(pump, "tune").get("document").textValue());

    assertThat(document.get("channel").textValue()).isEqualTo("stable-7");
    assertThat(document.get("percent").intValue()).isEqualTo(40);
    assertThat(document.get("gear").textValue()).isEqualTo("HIGH");
  }

  @Test
  void timeoutCoversAllThatIsKnownBeforehand() throws IOException {
    assertThat(template(pump, "tune").at("/timeoutConfig/inProgressTimeoutInMinutes").intValue())
        .isEqualTo(3 * (10 + 5 + 30));
    assertThat(template(pump, "flush").has("timeoutConfig")).isFalse();
  }

  private static void assertAccepted(CompiledOperations compiled, String operation, String document)
      throws IOException {
    String delivered =
        document.replaceAll("\\$\\{aws:iot:s3-presigned-url-v2:[^}]+}", "https://example.com/a");
    assertThat(compiled.agentFault(delivered)).as(delivered).isEmpty();
    assertThat(compiled.schemaFaults(operation, delivered, false)).as(delivered).isEmpty();
    assertThat(compiled.schemaFaults(operation, delivered, true)).as(delivered).isEmpty();
  }

  private static JsonNode template(CompiledOperations compiled, String operation)
      throws IOException {
    return MAPPER.readTree(compiled.text(operation, ".template.json"));
  }
}

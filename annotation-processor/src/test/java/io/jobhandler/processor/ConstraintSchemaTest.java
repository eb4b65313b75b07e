package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TUNE = "tune";

  @TempDir private static Path directory;
  private static CompiledOperations pump;

  @BeforeAll
  static void compile() throws Exception {
    pump = CompiledOperations.of(directory, "parity", "Pump");
  }

  @AfterAll
  static void unload() throws IOException {
    pump.close();
  }

  /** A value of a property takes the place of an operation's document here. */
  static List<SampledValue> values() throws IOException {
    return SampledValue.all("parity/constraints.txt");
  }

  @ParameterizedTest
  @MethodSource("values")
  void agentAndSchemaHaveTheConstraint(SampledValue value) throws IOException {
    ObjectNode document = sample().put("serial", "ZZ-12-opal");
    document.set(value.property(), MAPPER.readTree(value.json()));

    String json = document.toString();
    assertThat(pump.agentFault(json).isEmpty())
        .as(pump.agentFault(json))
        .isEqualTo(value.accepted());
    assertThat(pump.schemaFaults(TUNE, json, true).isEmpty()).isEqualTo(value.accepted());
  }

  @Test
  void whatMayNotBeNullMayNotBeMissing() throws IOException {
    ObjectNode document = sample().put("serial", "ZZ-12-opal");
    document.remove("owner");

    assertThat(pump.schemaFaults(TUNE, document.toString(), true)).isNotEmpty();
  }

  /** A flag has no place in a schema, which says less then. */
  @Test
  void patternThatIsNoneOfSchemasIsLeftOut() throws IOException {
    JsonNode schema = MAPPER.readTree(pump.text(TUNE, ".schema.json"));

    assertThat(schema.at("/properties/answer/pattern").isMissingNode()).isTrue();
    assertThat(schema.at("/properties/channel/pattern").textValue())
        .isEqualTo("^(?:[a-z]+-[0-9])$");
  }

  private static ObjectNode sample() throws IOException {
    JsonNode template = MAPPER.readTree(pump.text(TUNE, ".template.json"));
    return (ObjectNode) MAPPER.readTree(template.get("document").textValue());
  }
}

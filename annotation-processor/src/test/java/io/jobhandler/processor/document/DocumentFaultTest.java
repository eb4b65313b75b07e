package io.jobhandler.processor.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model calls a fault, the agent cannot read. */
class DocumentFaultTest {
  private static final String NOTHING = "{\"operation\":\"x\"}";

  @TempDir Path classes;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "NO_CONSTRUCTOR | record Doc(Two m) {} class Two { Two(String a, String b) {} } | {}",
        "ABSTRACT | record Doc(Shape m) {} interface Shape {} | {}",
        "NAMED_CLASS | record Doc(Class<?> m) {} | \"java.io.File\"",
        "UNREADABLE | record Doc(Thread m) {} | {\"name\":\"a\"}",
        "UNREADABLE | record Doc(Iterator<String> m) {} | {}",
        "MAP_KEY | record Doc(Map<Key, String> m) {} record Key(String a, int b) {} | {\"a\":\"b\"}",
        "INNER | record Doc(Outer.Inner m) {} class Outer { class Inner {} } | {}",
        "UNNAMED_PARAMETER | record Doc(Made m) {} class Made { @JsonCreator"
            + " Made(@JsonProperty(\"a\") String a, String b) {} } | {\"a\":\"\"}",
        "NO_VARIANTS | record Doc(Choice m) {} @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)"
            + " interface Choice {} | {\"@type\":\"Choice\"}",
        "SAME_NAME | record Doc(Twice m) {} record Twice(@JsonProperty(\"a\") String one,"
            + " @JsonProperty(\"a\") String two) {} | {\"a\":\"\"}",
        "SEVERAL_CREATORS | record Doc(Made m) {} class Made { @JsonCreator"
            + " Made(@JsonProperty(\"a\") String a) {} @JsonCreator Made(@JsonProperty(\"a\")"
            + " String a, @JsonProperty(\"b\") String b) {} } | {\"a\":\"\"}",
      })
  void faultOfTheModelIsOneOfTheAgent(FaultKind kind, String source, String member)
      throws IOException, ClassNotFoundException {
    DocumentModel model = CompiledTypes.modelFromSource("Doc", source);
    Class<?> type = CompiledTypes.of(classes, source).load("Doc");

    assertThat(model.faults()).extracting(DocumentFault::kind).containsExactly(kind);
    assertThat(refusal(type, NOTHING.replace("}", ",\"m\":" + member + "}"))).isNotEmpty();
  }

  private static String refusal(Class<?> type, String json) throws IOException {
    try {
      return new Agent(type).refusalOf(new ObjectMapper().readTree(json));
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}

package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.Decoding.decode;
import static io.jobhandler.internal.document.Decoding.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedClassesTest {
  private static final String DOCUMENT = "{\"operation\":\"x\"}";

  record OnComponent(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object value) {}

  record Deep(List<Base> values) {}

  record Minimal(Map<String, ByShortName> values) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Base {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
  interface ByShortName {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  static class Root {}

  @ParameterizedTest
  @ValueSource(classes = {OnComponent.class, Deep.class, Minimal.class, Root.class})
  void refusesATypeThatHasTheDocumentNameAClass(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode(type, DOCUMENT))
        .withMessageStartingWith("documents cannot be read into " + type.getName() + ": ")
        .withMessageContaining(
            " would have the document name a Java class, which no document may do; use"
                + " @JsonTypeInfo(use = NAME) and @JsonSubTypes");
  }

  record HoldsClass(Class<?> value) {}

  record Classes(List<Class<?>> values) {}

  record ByClass(Map<Class<?>, String> values) {}

  @ParameterizedTest
  @ValueSource(classes = {HoldsClass.class, Classes.class, ByClass.class})
  void refusesClassesAsValuesAndKeys(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decode(type, DOCUMENT))
        .withMessageStartingWith("documents cannot be read into " + type.getName() + ": ")
        .withMessageContaining("which no document may do; use a String or an enum");
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
  sealed interface Shape permits Circle {}

  record Circle(int radius) implements Shape {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"operation\":\"x\",\"kind\":\"circle\",\"radius\":1}",
        "{\"kind\":\"circle\",\"operation\":\"x\",\"radius\":1}",
        "{\"radius\":1,\"operation\":\"x\",\"kind\":\"circle\"}",
        "{\"radius\":1,\"kind\":\"circle\",\"operation\":\"x\"}",
      })
  void readsADocumentThatNamesItsVariant(String json) throws DocumentFaultException {
    assertThat(read(Shape.class, json)).isEqualTo(new Circle(1));
  }

  @Test
  void refusesADocumentThatNamesNoVariant() {
    assertThat(Decoding.reason(Shape.class, "{\"operation\":\"x\",\"radius\":1}"))
        .isEqualTo("the document is not a Shape of a known kind");
  }
}

package io.jobhandler.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static final int MAX_BYTES = 1000;

  enum Color {
    RED
  }

  record Whole(int value) {}

  record Text(String value) {}

  record Flag(boolean value) {}

  record Choice(Color value) {}

  private static void parse(JsonFactory factory, String json) throws IOException {
    try (JsonParser parser = factory.createParser(json.getBytes(StandardCharsets.UTF_8))) {
      while (parser.nextToken() != null) {
        parser.finishToken();
      }
    }
  }

  private static JsonFactory messages() {
    return Json.messageFactory(MAX_BYTES);
  }

  private static JsonFactory documents() {
    return Json.documentFactory(MAX_BYTES, 3);
  }

  private static ObjectMapper mapper() {
    return Json.strictMapper(documents()).build();
  }

  private static String ofLength(int bytes) {
    return "\"" + "x".repeat(bytes - 2) + "\"";
  }

  @Test
  void bothFactoriesAllowSoManyBytesAndNoMore() throws IOException {
    parse(messages(), ofLength(MAX_BYTES));
    parse(documents(), ofLength(MAX_BYTES));

    assertThatThrownBy(() -> parse(messages(), ofLength(MAX_BYTES + 1)))
        .isInstanceOf(StreamConstraintsException.class);
    assertThatThrownBy(() -> parse(documents(), ofLength(MAX_BYTES + 1)))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void documentsAreBoundedInDepth() throws IOException {
    parse(documents(), "[[[]]]");

    assertThatThrownBy(() -> parse(documents(), "[[[[]]]]"))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void documentsHaveNoDuplicateKeys() {
    assertThatThrownBy(() -> parse(documents(), "{\"a\":1,\"a\":1}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("Duplicate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[[[]]]]", "{\"a\":1,\"a\":1}"})
  void messagesCarrySuchDocumentsOn(String document) {
    assertThatCode(() -> parse(messages(), document)).doesNotThrowAnyException();
  }

  @Test
  void aMessageMayHoldANumberAndANameOfManyDigits() {
    String digits = "1".repeat(MAX_BYTES / 2 - 10);

    assertThatCode(() -> parse(messages(), "{\"" + digits + "\":" + digits + "}"))
        .doesNotThrowAnyException();
  }

  @Test
  void theLocationOfAFaultDoesNotHoldTheText() {
    JsonProcessingException fault =
        catchThrowableOfType(
            JsonProcessingException.class,
            () -> mapper().readValue("{\"value\":secret}", Map.class));

    assertThat(fault.getLocation().contentReference().getRawContent()).isNull();
    assertThat(fault.getLocation().sourceDescription()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "7.0", "\"7\"", "\"\"", "true", "2147483648"})
  void nothingElseBecomesAWholeNumber(String value) {
    assertRefused(Whole.class, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "7.5", "true", "[\"x\"]", "{}"})
  void nothingElseBecomesAText(String value) {
    assertRefused(Text.class, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "0", "1", "\"true\"", "\"\""})
  void nothingElseBecomesAFlag(String value) {
    assertRefused(Flag.class, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0\"", "\"red\"", "\"BLUE\""})
  void nothingElseBecomesAChoice(String value) {
    assertRefused(Choice.class, value);
  }

  private static void assertRefused(Class<?> type, String value) {
    assertThatThrownBy(() -> mapper().readValue("{\"value\":" + value + "}", type))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void nothingStandsBehindTheValue() {
    assertThatThrownBy(() -> mapper().readValue("{\"value\":7} {}", Whole.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void whatFitsIsRead() throws IOException {
    assertThat(mapper().readValue("{\"value\":7}", Whole.class)).isEqualTo(new Whole(7));
    assertThat(mapper().readValue("{\"value\":\"7\"}", Text.class)).isEqualTo(new Text("7"));
    assertThat(mapper().readValue("{\"value\":true}", Flag.class)).isEqualTo(new Flag(true));
    assertThat(mapper().readValue("{\"value\":\"RED\"}", Choice.class))
        .isEqualTo(new Choice(Color.RED));
  }

  @Test
  void fractionsAreExact() throws IOException {
    assertThat(mapper().readValue("0.1000000000000000055511151231257827", Object.class))
        .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827"));
  }

  @Test
  void duplicateKeysOfATreeAreRefusedWhateverTheFactoryAllows() {
    ObjectMapper lenient = Json.strictMapper(messages()).build();

    assertThatThrownBy(() -> lenient.readTree("{\"a\":1,\"a\":2}"))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
  void otherEncodingsAreRefused(String encoding) {
    for (String json : new String[] {"{}", "1", "\"\u00e9\""}) {
      assertThatThrownBy(() -> Json.requireUtf8(json.getBytes(Charset.forName(encoding))))
          .isInstanceOf(CharConversionException.class)
          .hasMessage("the text is not UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "{}", "{\"a\":\"\u00e9\ud83d\ude00\"}", "\uFEFF{}"})
  void utf8IsTaken(String json) {
    assertThatCode(() -> Json.requireUtf8(json.getBytes(StandardCharsets.UTF_8)))
        .doesNotThrowAnyException();
  }
}

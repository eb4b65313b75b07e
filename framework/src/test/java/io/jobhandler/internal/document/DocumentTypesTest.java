package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.Decoding.decode;
import static io.jobhandler.internal.document.Decoding.read;
import static io.jobhandler.internal.document.Decoding.reason;
import static io.jobhandler.internal.document.Decoding.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.ReasonCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTypesTest {
  private static final String UPDATE =
      "{\"operation\":\"x\",\"version\":\"2\",\"image\":{\"url\":\"u\",\"size\":1}%s}";

  @Test
  void readsARecordWithoutAskingItForTheOperation() throws DocumentFaultException {
    assertThat(read(Documents.Update.class, UPDATE.formatted("")))
        .isEqualTo(new Documents.Update("2", new Documents.Image("u", 1), null, Optional.empty()));
  }

  @Test
  void givesTheOperationToATypeThatWantsIt() throws DocumentFaultException {
    assertThat(read(Documents.WithOperation.class, "{\"operation\":\"x\",\"name\":\"a\"}"))
        .isEqualTo(new Documents.WithOperation("x", "a"));
  }

  @Test
  void readsABeanWithoutAskingItForTheOperation() throws DocumentFaultException {
    assertThat(read(Documents.Bean.class, "{\"operation\":\"x\",\"name\":\"a\"}").getName())
        .isEqualTo("a");
  }

  @Test
  void letsNullableAndOptionalComponentsBeNull() throws DocumentFaultException {
    Documents.Update update =
        read(Documents.Update.class, UPDATE.formatted(",\"note\":null,\"channel\":null"));

    assertThat(update.note()).isNull();
    assertThat(update.channel()).isEmpty();
  }

  @Test
  void fillsOptionals() throws DocumentFaultException {
    assertThat(
            read(
                Documents.Optionals.class,
                "{\"operation\":\"x\",\"text\":\"a\",\"number\":3,\"required\":0}"))
        .isEqualTo(new Documents.Optionals(Optional.of("a"), OptionalInt.of(3), 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ",\"extra\":1 | /extra | channel, image, note, version",
        ",\"a/b~c\":{} | /a~1b~0c | channel, image, note, version",
        ",\"Version\":\"3\" | /Version | channel, image, note, version",
      })
  void namesAnUnknownPropertyAndTheKnownOnes(String more, String pointer, String known) {
    assertThat(reason(Documents.Update.class, UPDATE.formatted(more)))
        .isEqualTo("unknown property %s; known: %s".formatted(pointer, known));
  }

  @Test
  void namesANestedUnknownProperty() {
    assertThat(
            reason(
                Documents.Parts.class,
                "{\"operation\":\"x\",\"byName\":{},\"images\":"
                    + "[{\"url\":\"a\",\"size\":1},{\"url\":\"b\",\"size\":2,\"sise\":1}]}"))
        .isEqualTo("unknown property /images/1/sise; known: size, url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "{\"a\":1}", "[1]"})
  void knowsTheOperationOnlyAtTheTop(String value) {
    assertThat(
            reason(
                Documents.Parts.class,
                "{\"operation\":\"x\",\"images\":[],\"byName\":"
                    + "{\"a\":{\"url\":\"a\",\"size\":1,\"operation\":%s}}}".formatted(value)))
        .isEqualTo("unknown property /byName/a/operation; known: size, url");
  }

  @Test
  void namesAnUnknownPropertyOfABean() {
    assertThat(reason(Documents.Bean.class, "{\"operation\":\"x\",\"nam\":\"a\"}"))
        .isEqualTo("unknown property /nam; known: name");
  }

  @Test
  void ignoresUnknownPropertiesWhereTheTypeSaysSo() throws DocumentFaultException {
    assertThat(read(Documents.Lenient.class, "{\"operation\":\"x\",\"name\":\"a\",\"b\":{}}"))
        .isEqualTo(new Documents.Lenient("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"operation\":\"x\"} | /version",
        "{\"operation\":\"x\",\"version\":\"2\"} | /image",
        "{\"operation\":\"x\",\"version\":\"2\",\"image\":{\"url\":\"u\"}} | /image/size",
      })
  void namesAMissingComponent(String json, String pointer) {
    assertThat(reason(Documents.Update.class, json))
        .isEqualTo("missing required property " + pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"version\":null,\"operation\":\"x\"} | /version",
        "{\"operation\":\"x\",\"version\":\"2\",\"image\":null} | /image",
        "{\"operation\":\"x\",\"version\":\"2\",\"image\":{\"url\":\"u\",\"size\":null}} |"
            + " /image/size",
      })
  void refusesNullForARequiredComponent(String json, String pointer) {
    assertThat(reason(Documents.Update.class, json)).contains("property " + pointer + " is n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"number\":\"1\"",
        "\"number\":1.5",
        "\"number\":1.0",
        "\"number\":true",
        "\"number\":[1]",
        "\"number\":\"\"",
        "\"text\":1",
        "\"text\":1.5",
        "\"text\":true",
        "\"text\":{}",
        "\"text\":[\"a\"]",
        "\"flag\":1",
        "\"flag\":\"true\"",
        "\"flag\":\"\"",
        "\"mode\":0",
        "\"mode\":\"0\"",
        "\"mode\":\"fast\"",
        "\"mode\":\"\"",
        "\"mode\":\"OTHER\"",
      })
  void convertsNothing(String property) {
    assertThat(reason(Documents.Scalars.class, "{\"operation\":\"x\"," + property + "}"))
        .startsWith("property /" + property.substring(1, property.indexOf('"', 1)) + " is not a ");
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThat(reason(Documents.Scalars.class, "{\"operation\":\"x\",\"number\":2147483648}"))
        .isEqualTo("property /number cannot be read into the document type");
  }

  @Test
  void keepsNumbersExact() throws DocumentFaultException {
    assertThat(
            read(
                Documents.Numbers.class,
                "{\"operation\":\"x\",\"exact\":9007199254740993,"
                    + "\"decimal\":0.1000000000000000055511151231257827,"
                    + "\"big\":123456789012345678901234567890}"))
        .isEqualTo(
            new Documents.Numbers(
                9007199254740993L,
                new BigDecimal("0.1000000000000000055511151231257827"),
                new BigInteger("123456789012345678901234567890")));
  }

  @Test
  void readsTimes() throws DocumentFaultException {
    assertThat(
            read(
                Documents.Times.class,
                "{\"operation\":\"x\",\"at\":\"2026-01-02T03:04:05Z\",\"every\":\"PT5M\","
                    + "\"day\":\"2026-01-02\"}"))
        .isEqualTo(
            new Documents.Times(
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofMinutes(5),
                LocalDate.of(2026, 1, 2)));
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThat(
            reason(
                Documents.Times.class,
                "{\"operation\":\"x\",\"at\":\"soon\",\"every\":\"PT5M\",\"day\":\"2026-01-02\"}"))
        .isEqualTo("property /at is not a Instant");
  }

  @Test
  void passesOnWhatANestedConstructorSays() {
    var outcome =
        refusal(Documents.Brightness.class, "{\"operation\":\"x\",\"level\":{\"value\":101}}");

    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
    assertThat(outcome.reason()).isEqualTo("property /level: percentage must be from 0 to 100");
  }

  @Test
  void passesOnWhatTheConstructorSays() {
    assertThat(reason(Documents.Percentage.class, "{\"operation\":\"x\",\"value\":-1}"))
        .isEqualTo("percentage must be from 0 to 100");
  }

  @Test
  void namesTheExceptionOfAConstructorThatSaysNothing() {
    assertThat(reason(Documents.Speechless.class, "{\"operation\":\"x\",\"name\":\"a\"}"))
        .isEqualTo("IllegalStateException");
  }

  @Test
  void takesClassNamesForText() throws DocumentFaultException {
    assertThat(
            read(
                Documents.Anything.class,
                "{\"operation\":\"x\",\"value\":"
                    + "{\"@class\":\"java.util.ArrayList\",\"a\":[\"java.io.File\",\"/\"]}}"))
        .isEqualTo(
            new Documents.Anything(
                Map.of("@class", "java.util.ArrayList", "a", List.of("java.io.File", "/"))));
  }

  @Test
  void keepsMapsAndLists() throws DocumentFaultException {
    assertThat(
            decode(
                    Documents.Parts.class,
                    "{\"operation\":\"x\",\"images\":[{\"url\":\"a\",\"size\":1}],\"byName\":{}}")
                .document())
        .isEqualTo(new Documents.Parts(List.of(new Documents.Image("a", 1)), Map.of()));
  }
}

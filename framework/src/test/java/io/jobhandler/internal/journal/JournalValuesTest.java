package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalValuesTest {
  private static final int MOST = 16 * 1024;

  enum Slot {
    A,
    B
  }

  record Empty() {}

  record Part(String file, long bytes) {}

  @SuppressWarnings("ArrayRecordComponent") // compared by its elements below
  record Checkpoint(
      Slot slot,
      @Nullable String nothing,
      Optional<String> absent,
      Optional<String> present,
      OptionalInt number,
      List<Part> parts,
      Map<String, Integer> counts,
      Instant instant,
      Duration duration,
      LocalDate date,
      OffsetDateTime offset,
      ZonedDateTime zoned,
      BigDecimal money,
      BigInteger large,
      double ratio,
      UUID id,
      byte[] bytes) {}

  /** A class of before records. */
  static final class Bean {
    private String name = "";
    private int count;

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }
  }

  static Stream<Object> plainValues() {
    return Stream.of(
        "gr\u00fcn \ud83d\ude00 \ud83d \u0000",
        7,
        Long.MIN_VALUE,
        1.5e-300,
        Double.NaN,
        Float.NEGATIVE_INFINITY,
        true,
        'c',
        Slot.B,
        new BigDecimal("1.500"),
        new BigDecimal("1E+5"),
        BigInteger.TEN.pow(2_000),
        Instant.MAX,
        Duration.ofNanos(-1),
        LocalDate.of(2026, 1, 2),
        OffsetDateTime.parse("2026-01-02T03:04:05.000000006+05:30"),
        ZonedDateTime.parse("2026-01-02T03:04:05+01:00[Europe/Berlin]"),
        UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
        new Empty(),
        new Part("a.bin", 1L << 40));
  }

  @ParameterizedTest
  @MethodSource("plainValues")
  void readsPlainValuesAsTheyWereWritten(Object value) {
    assertThat(JournalValues.<Object>read(JournalValues.write(value), classOf(value)))
        .isEqualTo(value);
  }

  @SuppressWarnings("unchecked")
  private static Class<Object> classOf(Object value) {
    return (Class<Object>) value.getClass();
  }

  @Test
  void readsARecordAsItWasWritten() {
    Checkpoint checkpoint =
        new Checkpoint(
            Slot.A,
            null,
            Optional.empty(),
            Optional.of("there"),
            OptionalInt.of(7),
            List.of(new Part("a", 1), new Part("b", 2)),
            Map.of("tries", 3),
            Instant.parse("2026-01-02T03:04:05.678Z"),
            Duration.ofMillis(1_500),
            LocalDate.of(2026, 1, 2),
            OffsetDateTime.parse("2026-01-02T03:04:05+05:30"),
            ZonedDateTime.parse("2026-01-02T03:04:05+01:00[Europe/Berlin]"),
            new BigDecimal("1.50"),
            BigInteger.ONE.shiftLeft(100),
            0.1,
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
            new byte[] {0, -1, 127});

    Checkpoint read = JournalValues.read(JournalValues.write(checkpoint), Checkpoint.class);

    assertThat(read).usingRecursiveComparison().isEqualTo(checkpoint);
  }

  @Test
  void writesReadableTimes() {
    assertThat(JournalValues.write(List.of(Instant.EPOCH, Duration.ofSeconds(90))))
        .isEqualTo("[\"1970-01-01T00:00:00Z\",\"PT1M30S\"]");
  }

  @Test
  void readsABeanAsItWasWritten() {
    Bean bean = new Bean();
    bean.setName("pump");
    bean.setCount(3);

    assertThat(JournalValues.read(JournalValues.write(bean), Bean.class))
        .usingRecursiveComparison()
        .isEqualTo(bean);
  }

  @Test
  void nullIsAValue() {
    assertThat(JournalValues.write(null)).isEqualTo("null");
    assertThat(JournalValues.read("null", Checkpoint.class)).isNull();
    assertThat(JournalValues.read("null", Void.class)).isNull();
  }

  @Test
  void keepsTheNumbersOfATree() {
    JsonNode tree = JournalValues.read("{\"a\":1.500}", JsonNode.class);

    assertThat(JournalValues.write(tree)).isEqualTo("{\"a\":1.500}");
  }

  @Test
  void anotherVersionOfTheHandlerMayReadIt() {
    record Before(String file, long bytes, String gone) {}
    record Now(String file, @Nullable String later, Optional<Integer> muchLater) {}

    assertThat(JournalValues.read(JournalValues.write(new Before("a", 1, "x")), Now.class))
        .isEqualTo(new Now("a", null, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"file\":\"https://secret\"}",
        "{\"file\":\"https://secret\",\"bytes\":null}",
        "{\"file\":\"https://secret\",\"bytes\":\"https://secret\"}",
        "{\"file\":\"https://secret\",\"bytes\":1.5}",
        "{\"file\":7,\"bytes\":1}",
        "{\"file\":\"https://secret\",\"bytes\":1,\"bytes\":2}",
        "{\"file\":\"https://secret\",\"bytes\":1} 2",
        "{\"file\":\"https://secret\"",
        "\"https://secret\"",
        "",
      })
  void refusesWhatIsNotOfTheType(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.read(json, Part.class))
        .withMessageStartingWith("what was stored cannot be read as " + Part.class.getName() + " (")
        .withMessageEndingWith(
            "); keep the properties that the version before has stored, and make new ones"
                + " nullable or Optional")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void saysWhereItDoesNotFit() {
    record Download(List<Part> parts) {}
    String json = "{\"parts\":[{\"file\":\"a\",\"bytes\":1},{\"file\":\"b\",\"bytes\":\"x\"}]}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.read(json, Download.class))
        .withMessageContaining("(MismatchedInputException at /parts/1/bytes)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.read("{", Download.class))
        .withMessageContaining("(JsonEOFException)");
  }

  @Test
  void refusesWhatCannotBeWritten() {
    record Holder(Object inside) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.write(new Holder(new Object())))
        .withMessage(
            "a value of type %s cannot be stored as JSON (InvalidDefinitionException at /inside);"
                    .formatted(Holder.class.getName())
                + " make it a record of plain types")
        .withCauseInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesWhatHasNoEnd() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.write(endless))
        .withMessageStartingWith("a value of type java.util.ArrayList cannot be stored as JSON (");
  }

  @Test
  void refusesWhatFailsItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.write(new Failing()))
        .withMessageContaining("(JsonMappingException at /name)")
        .withRootCauseInstanceOf(IllegalStateException.class);
  }

  @SuppressWarnings("DoNotCallSuggester") // Jackson calls it
  static final class Failing {
    public String getName() {
      throw new IllegalStateException("no name");
    }
  }

  @Test
  void storesSixteenKibibytesAndNoMore() {
    String largest = "\u00fc".repeat(MOST / 2 - 1);

    String json = JournalValues.write(largest);
    assertThat(json.getBytes(UTF_8)).hasSize(MOST);
    assertThat(JournalValues.read(json, String.class)).isEqualTo(largest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalValues.write(largest + "x"))
        .withMessage(
            "a value of type java.lang.String has 16385 bytes as JSON, more than 16384; store"
                + " less, for instance the name of a file with it");
  }

  @Test
  void readsWhateverItWrites() {
    Object deep = 1;
    for (int i = 0; i < 900; i++) {
      deep = List.of(deep);
    }
    Map<String, Integer> longName = Map.of("n".repeat(16_000), 1);

    assertReadAsWritten(deep, List.class);
    assertReadAsWritten(longName, Map.class);
  }

  private static void assertReadAsWritten(Object value, Class<?> type) {
    assertThat((Object) JournalValues.read(JournalValues.write(value), type)).isEqualTo(value);
  }
}

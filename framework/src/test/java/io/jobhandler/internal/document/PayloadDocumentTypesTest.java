package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.Payloads.FLAT;
import static io.jobhandler.internal.document.Payloads.NESTED;
import static io.jobhandler.internal.document.Payloads.json;
import static io.jobhandler.internal.document.Payloads.method;
import static io.jobhandler.internal.document.Payloads.parameter;
import static io.jobhandler.internal.document.Payloads.several;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.spi.PayloadParameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the document type names of the payloads, and what it need not name. */
class PayloadDocumentTypesTest {
  private static final PresignedUrl URL = PresignedUrl.of(Payloads.URL);
  private static final PayloadParameter FILES =
      several("files", "/files/*/url", "/files/*/codesign");

  record Update(String version) {}

  record Image(long size) {}

  record WithImage(String version, Image image) {}

  record WithUrl(PresignedUrl presign) {}

  record File(String name, PresignedUrl url) {}

  record WithFiles(List<File> files) {}

  record Named(Map<String, Image> files) {}

  record Exact(BigDecimal decimal, long number, Object anything) {}

  record Deep(WithImage inner, @Nullable Image image) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Lenient(String version) {}

  /** Takes whatever it does not name. */
  static final class Open {
    @JsonAnySetter private final Map<String, Object> all = new TreeMap<>();
  }

  private static <T> T read(Class<T> type, String members, PayloadParameter... payloads)
      throws DocumentFaultException {
    DecodedJob decoded = Decoding.decodeFor(method(type, payloads), json(members));
    assertThat(decoded.payloads()).isNotEmpty();
    return type.cast(Objects.requireNonNull(decoded.document()));
  }

  private static String reason(Class<?> type, String members, PayloadParameter... payloads) {
    return Decoding.reasonFor(method(type, payloads), json(members));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\":\"2\",\"presign\":URL,\"codesign\":CODESIGN",
        "\"codesign\":CODESIGN,\"presign\":URL,\"version\":\"2\"",
        "\"codesign\":null,\"version\":\"2\",\"presign\":URL",
        "\"presign\":URL,\"version\":\"2\"",
      })
  void theTypeNeedNotNameThePlacesOfAFlatDocument(String members) throws DocumentFaultException {
    assertThat(read(Update.class, members, FLAT)).isEqualTo(new Update("2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"version\":\"2\",\"image\":{\"url\":URL,\"codesign\":CODESIGN}",
        "\"image\":{\"codesign\":CODESIGN,\"url\":URL},\"version\":\"2\"",
      })
  void theTypeNeedNotNameTheWayToTheirPlaces(String members) throws DocumentFaultException {
    assertThat(read(Update.class, members, NESTED)).isEqualTo(new Update("2"));
  }

  @Test
  void theTypeMayNameAPartOfTheWay() throws DocumentFaultException {
    assertThat(
            read(
                WithImage.class,
                "\"image\":{\"codesign\":CODESIGN,\"size\":7,\"url\":URL},\"version\":\"2\"",
                NESTED))
        .isEqualTo(new WithImage("2", new Image(7)));
  }

  @Test
  void theTypeMayNameAPlace() throws DocumentFaultException {
    WithUrl read = read(WithUrl.class, "\"presign\":URL,\"codesign\":CODESIGN", FLAT);

    assertThat(read).isEqualTo(new WithUrl(URL));
    assertThat(read).hasToString("WithUrl[presign=https://bucket.s3.amazonaws.com/image?...]");
  }

  @Test
  void theTypeMayNamePlacesOfElements() throws DocumentFaultException {
    assertThat(
            read(
                WithFiles.class,
                "\"files\":[{\"name\":\"a\",\"url\":URL,\"codesign\":CODESIGN},"
                    + "{\"url\":URL,\"name\":\"b\"}]",
                FILES))
        .isEqualTo(new WithFiles(List.of(new File("a", URL), new File("b", URL))));
    assertThat(
            read(
                Named.class,
                "\"files\":{\"a/b\":{\"url\":URL,\"size\":1},\"\":{\"size\":2,\"url\":URL}}",
                FILES))
        .isEqualTo(new Named(Map.of("a/b", new Image(1), "", new Image(2))));
  }

  @Test
  void theTypeNeedNotNameElements() throws DocumentFaultException {
    assertThat(
            read(
                Update.class,
                "\"version\":\"2\",\"files\":[{\"url\":URL,\"codesign\":CODESIGN},{\"url\":URL}]",
                FILES))
        .isEqualTo(new Update("2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"extra\":1 | /extra; known: image, version",
        "\"codesign\":CODESIGN | /codesign; known: image, version",
        "\"url\":URL | /url; known: image, version",
      })
  void refusesWhatIsBesideTheWay(String more, String rest) {
    assertThat(reason(Update.class, "\"version\":\"2\",\"image\":{\"url\":URL}," + more, NESTED))
        .isEqualTo("unknown property " + rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"image\":{\"url\":URL,\"extra\":1} | /image/extra; known: codesign, url",
        "\"image\":{\"url\":URL,\"a/b\":{}} | /image/a~1b; known: codesign, url",
        "\"image\":{\"url\":URL,\"operation\":\"x\"} | /image/operation; known: codesign, url",
      })
  void refusesWhatIsBesideTheWayWithinIt(String image, String rest) {
    assertThat(reason(Update.class, "\"version\":\"2\"," + image, NESTED))
        .isEqualTo("unknown property " + rest);
  }

  @Test
  void refusesWhatIsBesideTheWayWithinElements() {
    assertThat(
            reason(
                Update.class,
                "\"version\":\"2\",\"files\":[{\"url\":URL},{\"url\":URL,\"name\":\"b\"}]",
                FILES))
        .isEqualTo("unknown property /files/1/name; known: codesign, url");
  }

  @Test
  void refusesAWayThatLeadsNowhere() {
    PayloadParameter apart = parameter("image", "/presign", "/meta/codesign");

    assertThat(reason(Update.class, "\"version\":\"2\",\"presign\":URL,\"meta\":\"text\"", apart))
        .isEqualTo("unknown property /meta; known: meta, presign, version");
  }

  @Test
  void knowsThePlacesOnlyWhereTheyAre() {
    assertThat(
            reason(
                Deep.class,
                "\"inner\":{\"version\":\"2\",\"image\":{\"size\":1,\"url\":URL}},"
                    + "\"image\":{\"url\":URL,\"size\":1}",
                NESTED))
        .isEqualTo("unknown property /inner/image/url; known: size");
  }

  @Test
  void saysWhatTheTypeRefusesAsEver() {
    assertThat(reason(Update.class, "\"presign\":URL", FLAT))
        .isEqualTo("missing required property /version");
    assertThat(
            reason(
                WithImage.class,
                "\"version\":\"2\",\"image\":{\"url\":URL,\"size\":\"1\"}",
                NESTED))
        .isEqualTo("property /image/size is not a long");
    assertThat(
            reason(
                WithImage.class, "\"version\":\"2\",\"image\":{\"url\":URL,\"size\":9e99}", NESTED))
        .isEqualTo("property /image/size is not a long");
    assertThat(reason(WithUrl.class, "\"presign\":null,\"a\":URL", parameter("a", "/a", "/b")))
        .isEqualTo("property /presign is null, expected https URL");
    assertThat(reason(WithUrl.class, "\"presign\":\"u\",\"a\":URL", parameter("a", "/a", "/b")))
        .isEqualTo("property /presign is not a https URL");
  }

  @Test
  void aLenientTypeIsLenient() throws DocumentFaultException {
    assertThat(
            read(
                Lenient.class,
                "\"version\":\"2\",\"image\":{\"url\":URL,\"extra\":1},\"extra\":1",
                NESTED))
        .isEqualTo(new Lenient("2"));
    assertThat(read(Open.class, "\"presign\":URL,\"extra\":1", FLAT).all)
        .containsOnlyKeys("operation", "presign", "extra");
  }

  @Test
  void roundsNoNumberOnTheWayThroughATree() throws DocumentFaultException {
    assertThat(
            read(
                Exact.class,
                "\"presign\":URL,\"decimal\":1.00,\"number\":9007199254740993,\"anything\":1e400",
                FLAT))
        .isEqualTo(new Exact(new BigDecimal("1.00"), 9007199254740993L, new BigDecimal("1e400")));
  }

  @Test
  void handsOverTheBytesAsTheyCame() throws DocumentFaultException {
    assertThat(read(JobDocument.class, "\"presign\":URL, \"n\":1.00", FLAT))
        .isEqualTo(JobDocument.of(json("\"presign\":URL, \"n\":1.00")));
  }

  @Test
  void readsAUrlOfAHandlerWithoutPayloads() throws DocumentFaultException {
    assertThat(Decoding.read(WithUrl.class, json("\"presign\":URL"))).isEqualTo(new WithUrl(URL));
    assertThat(Decoding.reason(WithUrl.class, json("\"presign\":[URL]")))
        .isEqualTo("property /presign is not a https URL");
  }
}

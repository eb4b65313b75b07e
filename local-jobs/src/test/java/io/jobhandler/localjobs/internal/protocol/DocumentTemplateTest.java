package io.jobhandler.localjobs.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.localjobs.LocalJobsException;
import io.jobhandler.localjobs.internal.artifact.S3Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTemplateTest {
  private static final String PLAIN =
      "${aws:iot:s3-presigned-url:https://s3.us-east-1.amazonaws.com/images/a}";

  /** The bucket, the key and the version in place of a URL. */
  private static String fill(String document) {
    JobDocument.check(document);
    return DocumentTemplate.read(document).fill(DocumentTemplateTest::name);
  }

  private static String name(S3Location location) {
    String version = location.versionId() == null ? "" : "@" + location.versionId();
    return "<" + location.key().bucket() + "/" + location.key().key() + version + ">";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"u\":\"%s\"}`, `{\"u\":\"<images/a>\"}`",
        "`{ \"a\" : [[ \"%s\" , {\"b\":\"%s\"}, 1.00 ]] }`,"
            + " `{ \"a\" : [[ \"<images/a>\" , {\"b\":\"<images/a>\"}, 1.00 ]] }`",
        "`{\"u\":\"x%s,%<s y\"}`, `{\"u\":\"x<images/a>,<images/a> y\"}`",
        "`{\"%s\":\"%<s\"}`,"
            + " `{\"${aws:iot:s3-presigned-url:https://s3.us-east-1.amazonaws.com/images/a}\":\"<images/a>\"}`"
      })
  void fillsEveryStringValue(String document, String filled) {
    assertThat(fill(document.replace("%<s", "%s").replace("%s", PLAIN))).isEqualTo(filled);
  }

  @Test
  void leavesAllElseAsItIs() {
    String before = "{\"\\u0061\\\"\":\"\\/\\t\\u00e4\u00e4\\ud83d\\ude00\\\\";
    String after = "\\\"\\u0020 \", \"n\": 1.0e+1 ,\"e\":\"\" }\n";
    assertThat(fill(before + PLAIN + after)).isEqualTo(before + "<images/a>" + after);
  }

  @Test
  void seesThroughEscapes() {
    String escaped = PLAIN.replace("/", "\\/").replace("$", "\\u0024").replace("}", "\\u007d");
    assertThat(fill("{\"u\":\"" + escaped + "!\"}")).isEqualTo("{\"u\":\"<images/a>!\"}");
    assertThat(fill("{\"u\":\"" + PLAIN.replace("/a}", "/\\u00e4\\\"\\n}") + "\"}"))
        .isEqualTo("{\"u\":\"<images/\u00e4\\\"\\n>\"}");
    assertThat(fill("{\"u\":\"\\\\" + PLAIN + "\"}")).isEqualTo("{\"u\":\"\\\\<images/a>\"}");
  }

  @Test
  void findsPlacesFarBehind() {
    String padding = "\"" + "\u00e4".repeat(7_500) + "\"";
    String document = "{\"a\":" + padding + ",\"b\":\"%s\",\"c\":" + padding + ",\"d\":\"%s\"}";
    assertThat(fill(document.replace("%s", PLAIN))).isEqualTo(document.replace("%s", "<images/a>"));
  }

  @ParameterizedTest
  @CsvSource({
    "https%3A%2F%2Fs3.us-east-1.amazonaws.com%2Fimages%2Fa%3FversionId%3Dv1, <images/a@v1>",
    "https%3a%2f%2fimages.s3.us-east-1.amazonaws.com%2fa%2520b%2Bc, <images/a%20b+c>",
    "https://s3.us-east-1.amazonaws.com/images/a?versionId=v1, <images/a@v1>"
  })
  void readsTheEncodedForm(String encoded, String filled) {
    assertThat(fill("{\"u\":\"${aws:iot:s3-presigned-url-v2:" + encoded + "}\"}"))
        .isEqualTo("{\"u\":\"" + filled + "\"}");
  }

  @Test
  void otherPlaceholdersStay() {
    String document = "{\"a\":\"${aws:iot:parameter:p} ${x} $ {\",\"b\":\"${\",\"c\":\"\"}";
    assertThat(DocumentTemplate.read(document).isConstant()).isTrue();
    assertThat(fill(document)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"u\":\"${aws:iot:s3-presigned-url:https://s3.amazonaws.com/images/a\"}",
        "{\"u\":\"${aws:iot:s3-presigned-url\",\"v\":\"}\"}",
        "{\"u\":[\"ok\",\"${aws:iot:s3-presigned-url-v2:https\"]}"
      })
  void refusesWhatHasNoEnd(String document) {
    assertThatThrownBy(() -> DocumentTemplate.read(document))
        .isInstanceOf(LocalJobsException.class)
        .hasMessageStartingWith("InvalidJobDocumentException: the placeholder '${aws:iot:s3-");
  }

  @ParameterizedTest
  @CsvSource({
    "s3-presigned-url:, is not of the form https://s3.<region>.amazonaws.com/<bucket>/<key>",
    "s3-presigned-url:https://example.com/a, is not of the form",
    "s3-presigned-url:https://s3.amazonaws.com/IMAGES/a, is no object of S3: A bucket's name",
    "s3-presigned-url:https://s3.amazonaws.com/images/a?versionId=v1, a versionId needs the form",
    "s3-presigned-url-v2:https%3, Incomplete trailing escape",
    "s3-presigned-url-upload:https://s3.amazonaws.com/images/a, known are",
    "s3-presigned-urls, known are"
  })
  void refusesWhatCannotBeFilled(String placeholder, String problem) {
    assertThatThrownBy(() -> DocumentTemplate.read("{\"u\":\"${aws:iot:" + placeholder + "}\"}"))
        .isInstanceOf(LocalJobsException.class)
        .hasMessageStartingWith(
            "InvalidRequestException: the placeholder '${aws:iot:" + placeholder)
        .hasMessageContaining(problem);
  }
}

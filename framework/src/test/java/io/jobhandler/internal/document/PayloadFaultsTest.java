package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.Payloads.FLAT;
import static io.jobhandler.internal.document.Payloads.NESTED;
import static io.jobhandler.internal.document.Payloads.json;
import static io.jobhandler.internal.document.Payloads.method;
import static io.jobhandler.internal.document.Payloads.several;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.spi.HandlerMethod;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that say something wrong of their payloads. */
class PayloadFaultsTest {
  private static final HandlerMethod FILES =
      method(null, several("files", "/files/*/url", "/files/*/codesign"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | missing required property /presign, expected a https URL",
        "\"presign\":null | property /presign is null, expected a https URL",
        "\"presign\":\"\" | property /presign is not a https URL",
        "\"presign\":\"/image\" | property /presign is not a https URL",
        "\"presign\":\"ftp://host/image\" | property /presign is not a https URL",
        "\"presign\":\"https:///image\" | property /presign is not a https URL",
        "\"presign\":\"https://me:secret@host/\" | property /presign is not a https URL",
        "\"presign\":\"https://host/a b\" | property /presign is not a https URL",
        "\"presign\":1e400 | property /presign is not a https URL",
        "\"presign\":[URL] | property /presign is not a https URL",
        "\"presign\":{\"url\":URL} | property /presign is not a https URL",
      })
  void saysWhatIsWrongWithAUrl(String members, String reason) {
    assertThat(Decoding.reasonFor(method(null, FLAT), json(members))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"image\":{} | missing required property /image/url, expected a https URL",
        "\"image\":\"text\" | missing required property /image/url, expected a https URL",
        "\"image\":{\"url\":7} | property /image/url is not a https URL",
      })
  void namesThePlaceInANestedDocument(String members, String reason) {
    assertThat(Decoding.reasonFor(method(null, NESTED), json(members))).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | is not an AWS Signer object",
        "\"c2ln\" | is not an AWS Signer object",
        "0 | is not an AWS Signer object",
        "true | is not an AWS Signer object",
      })
  void saysThatACodesignIsNoObject(String codesign, String fault) {
    assertThat(
            Decoding.reasonFor(
                method(null, FLAT), json("\"presign\":URL,\"codesign\":" + codesign)))
        .isEqualTo("property /codesign " + fault);
  }

  @ParameterizedTest
  @CsvSource({
    "-1",
    "1.5",
    "1.0",
    "1e3",
    "1e400",
    "-0.0",
    "1e2147483647",
    "9223372036854775808",
    "-9223372036854775809",
    "99999999999999999999999999999999999999999999999999",
    "true",
    "[1]",
    "{}",
  })
  void refusesASizeThatIsNoExactNumberOfBytes(String size) {
    assertThat(
            Decoding.reasonFor(
                method(null, FLAT),
                json("\"presign\":URL,\"codesign\":CODESIGN").replace("1024", size)))
        .isEqualTo(
            "property /codesign/rawPayloadSize is not a whole number from 0 to"
                + " 9223372036854775807");
  }

  @Test
  void refusesANumberThatNothingCanHold() {
    HandlerMethod method = method(null, FLAT);

    assertThat(Decoding.reasonFor(method, json("\"presign\":URL,\"v\":1e99999999999")))
        .isEqualTo("the document has a number whose exponent is out of range");
    assertThat(Decoding.reasonFor(method, json("\"presign\":URL,\"v\":" + "1".repeat(1001))))
        .startsWith("the document is too large or too deep");
  }

  @Test
  void refusesASizeInAString() {
    assertThat(
            Decoding.reasonFor(
                method(null, FLAT),
                json("\"presign\":URL,\"codesign\":CODESIGN").replace("1024", "\"1024\"")))
        .startsWith("property /codesign/rawPayloadSize is not a whole number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rawPayloadSize | a whole number from 0 to 9223372036854775807",
        "signature | a string",
        "signatureAlgorithm | a string",
      })
  void namesAMemberThatIsMissingOrNull(String member, String expected) {
    HandlerMethod method = method(null, FLAT);
    String sound = json("\"presign\":URL,\"codesign\":CODESIGN");

    assertThat(Decoding.reasonFor(method, sound.replace('"' + member + '"', "\"other\"")))
        .isEqualTo("missing required property /codesign/%s, expected %s", member, expected);
    assertThat(
            Decoding.reasonFor(
                method, sound.replace('"' + member + "\":", "\"" + member + "\":null,\"o\":")))
        .isEqualTo("property /codesign/%s is null, expected %s", member, expected);
    assertThat(
            Decoding.reasonFor(
                method, sound.replace('"' + member + "\":", "\"" + member + "\":[],\"o\":")))
        .isEqualTo("property /codesign/%s is not %s", member, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | missing required property /files, expected an array or object of payloads",
        "\"files\":null | property /files is null, expected an array or object of payloads",
        "\"files\":\"u\" | property /files is not an array or object of payloads",
        "\"files\":[] | property /files has 0 payloads, expected 1 to 16",
        "\"files\":{} | property /files has 0 payloads, expected 1 to 16",
        "\"files\":[{\"url\":URL},{}] | missing required property /files/1/url, expected a https URL",
        "\"files\":[null] | missing required property /files/0/url, expected a https URL",
        "\"files\":{\"a/b\":{\"url\":1}} | property /files/a~1b/url is not a https URL",
        "\"files\":[{\"url\":URL,\"codesign\":1}] |"
            + " property /files/0/codesign is not an AWS Signer object",
      })
  void namesTheElement(String members, String reason) {
    assertThat(Decoding.reasonFor(FILES, json(members))).isEqualTo(reason);
  }

  @Test
  void boundsTheNumberOfPayloads() throws DocumentFaultException {
    assertThat(Decoding.decodeFor(FILES, json(files(16))).payloads()).hasSize(16);
    assertThat(Decoding.reasonFor(FILES, json(files(17))))
        .isEqualTo("property /files has 17 payloads, expected 1 to 16");
  }

  private static String files(int count) {
    return "\"files\":[%s]"
        .formatted(String.join(",", Collections.nCopies(count, "{\"url\":URL}")));
  }

  @Test
  void isAsStrictWithTheRestOfTheDocumentAsEver() {
    HandlerMethod method = method(null, FLAT);

    assertThat(Decoding.reasonFor(method, json("\"presign\":URL,\"presign\":URL")))
        .startsWith("duplicate property");
    assertThat(Decoding.reasonFor(method, json("\"presign\":URL,\"v\":{\"a\":1,\"a\":1}")))
        .startsWith("duplicate property");
    assertThat(
            Decoding.reasonFor(
                method, json("\"presign\":URL,\"v\":" + "[".repeat(32) + "]".repeat(32))))
        .startsWith("the document is too large or too deep");
    assertThat(
            Decoding.reasonFor(
                method, json("\"presign\":URL,\"v\":\"" + "a".repeat(128 * 1024) + '"')))
        .startsWith("the document is too large or too deep");
  }
}

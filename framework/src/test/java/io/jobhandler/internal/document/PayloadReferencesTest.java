package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.Payloads.FLAT;
import static io.jobhandler.internal.document.Payloads.NESTED;
import static io.jobhandler.internal.document.Payloads.json;
import static io.jobhandler.internal.document.Payloads.method;
import static io.jobhandler.internal.document.Payloads.parameter;
import static io.jobhandler.internal.document.Payloads.several;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.spi.PayloadParameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document says of its payloads. */
class PayloadReferencesTest {
  private static final PresignedUrl URL = PresignedUrl.of(Payloads.URL);
  private static final CodeSignature SIGNATURE = new CodeSignature(1024, "c2ln", "SHA256withECDSA");

  private static List<PayloadReference> payloads(String members, PayloadParameter... parameters)
      throws DocumentFaultException {
    return Decoding.decodeFor(method(null, parameters), json(members)).payloads();
  }

  @Test
  void aHandlerWithoutPayloadsHasNone() throws DocumentFaultException {
    assertThat(payloads("\"presign\":URL,\"codesign\":CODESIGN")).isEmpty();
  }

  @Test
  void findsThePayloadOfAFlatDocument() throws DocumentFaultException {
    assertThat(payloads("\"presign\":URL,\"codesign\":CODESIGN", FLAT))
        .containsExactly(new PayloadReference(FLAT, "", URL, SIGNATURE));
  }

  @Test
  void findsThePayloadOfANestedDocument() throws DocumentFaultException {
    assertThat(payloads("\"image\":{\"url\":URL,\"codesign\":CODESIGN}", NESTED))
        .containsExactly(new PayloadReference(NESTED, "", URL, SIGNATURE));
  }

  @Test
  void findsPayloadsInTheOrderOfTheParameters() throws DocumentFaultException {
    PayloadParameter second = parameter("second", "/b", "/codesign");
    PayloadParameter first = parameter("first", "/a", "/codesign");

    assertThat(payloads("\"a\":URL,\"b\":URL,\"codesign\":CODESIGN", second, first))
        .containsExactly(
            new PayloadReference(second, "", URL, SIGNATURE),
            new PayloadReference(first, "", URL, SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"presign\":URL", "\"presign\":URL,\"codesign\":null"})
  void leavesAMissingSignatureToALaterStage(String members) throws DocumentFaultException {
    assertThat(payloads(members, FLAT)).containsExactly(new PayloadReference(FLAT, "", URL, null));
  }

  @Test
  void takesEveryElementOfAnArrayInOrder() throws DocumentFaultException {
    PayloadParameter files = several("files", "/files/*/url", "/files/*/codesign");

    assertThat(
            payloads(
                "\"files\":[{\"url\":URL,\"codesign\":CODESIGN},{\"url\":\"https://b/c\"}]", files))
        .containsExactly(
            new PayloadReference(files, "0", URL, SIGNATURE),
            new PayloadReference(files, "1", PresignedUrl.of("https://b/c"), null));
  }

  @Test
  void takesEveryMemberOfAnObjectInOrder() throws DocumentFaultException {
    PayloadParameter files = several("files", "/files/*/url", "/files/*/codesign");

    assertThat(
            payloads(
                "\"files\":{\"z\":{\"url\":URL,\"codesign\":CODESIGN},\"a\":{\"url\":URL}}", files))
        .extracting(PayloadReference::key, PayloadReference::signature)
        .containsExactly(tuple("z", SIGNATURE), tuple("a", null));
  }

  @Test
  void takesElementsThatAreTheUrls() throws DocumentFaultException {
    assertThat(
            payloads(
                "\"urls\":[URL,URL],\"codesign\":CODESIGN", several("f", "/urls/*", "/codesign")))
        .extracting(PayloadReference::key, PayloadReference::url, PayloadReference::signature)
        .containsExactly(tuple("0", URL, SIGNATURE), tuple("1", URL, SIGNATURE));
  }

  @Test
  void bindsTheSignatureToTheSameElementElsewhere() throws DocumentFaultException {
    assertThat(
            payloads(
                "\"urls\":{\"a\":URL,\"b\":URL},\"signatures\":{\"b\":CODESIGN}",
                several("files", "/urls/*", "/signatures/*")))
        .extracting(PayloadReference::key, PayloadReference::signature)
        .containsExactly(tuple("a", null), tuple("b", SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "~", "~1", "*", "", "0", "Ä\\u0000"})
  void takesAnyNameForAKey(String name) throws DocumentFaultException {
    assertThat(
            payloads(
                "\"files\":{\"%s\":{\"url\":URL,\"codesign\":CODESIGN}}".formatted(name),
                several("files", "/files/*/url", "/files/*/codesign")))
        .extracting(PayloadReference::key, PayloadReference::signature)
        .containsExactly(tuple(name.replace("\\u0000", "\0"), SIGNATURE));
  }

  @Test
  void takesEscapedAndNumberedSegments() throws DocumentFaultException {
    assertThat(
            payloads(
                "\"a/b~\":[0,{\"\":URL}],\"c\":[CODESIGN]",
                parameter("image", "/a~1b~0/1/", "/c/0")))
        .extracting(PayloadReference::url, PayloadReference::signature)
        .containsExactly(tuple(URL, SIGNATURE));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9007199254740993L, Long.MAX_VALUE})
  void readsSizesExactly(long size) throws DocumentFaultException {
    assertThat(
            payloads(
                "\"presign\":URL,\"codesign\":CODESIGN"
                    .replace("CODESIGN", Payloads.CODESIGN.replace("1024", Long.toString(size))),
                FLAT))
        .extracting(payload -> payload.signature())
        .containsExactly(new CodeSignature(size, "c2ln", "SHA256withECDSA"));
  }

  @Test
  void readsHttpUrlsWhichALaterStageMayRefuse() throws DocumentFaultException {
    assertThat(payloads("\"presign\":\"http://localhost:8080/a\"", FLAT))
        .extracting(PayloadReference::url)
        .containsExactly(PresignedUrl.of("http://localhost:8080/a"));
  }
}

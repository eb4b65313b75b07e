package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTargetCheckTest {

  /** Errors of a handler whose url is on the fourth line and whose codesign is on the fifth. */
  private static List<String> errorsOf(String type, String url, String codesign) {
    return errors(
        compile(
            source(
                "test.Handlers",
                """
                package test; import io.jobhandler.*; import io.jobhandler.payload.*;
                import com.fasterxml.jackson.annotation.*; import java.util.*; class Handlers {
                  @JobHandler(operation = "a") void install(Update update, @Payload(
                      url = "%s",
                      codesign = "%s") %s image) {}
                  record Update(Image image, List<Image> images, Map<String, Image> byName, int size,
                      List<String> urls, Optional<Image> other, Pair pair, Variant variant) {}
                  record Image(String url, PresignedUrl presigned, java.net.URI uri, UUID id,
                      Map<String, String> codesign, String file2, @JsonAlias("link") String path) {}
                  record Pair(Image one, Image two) {}
                  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) @JsonSubTypes(@JsonSubTypes.Type(A.class))
                  interface Variant {}
                  record A(String url, boolean on) implements Variant {}
                }
                """
                    .formatted(url, codesign, type))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/size/url; /size is a number, which nothing is in",
        "/size; /size is a number, where a URL, which is a String, a URI or a PresignedUrl is to be",
        "/image; /image is an object, where a URL, which is a String, a URI or a PresignedUrl is to"
            + " be",
        "/image/id; /image/id is a text of a form of its own, where a URL, which is a String, a URI"
            + " or a PresignedUrl is to be",
        "/image/url/href; /image/url is a text, which nothing is in",
        "/images/first/url; /images is an array, and 'first' is no index of it",
        "/images/0/url/x; /images/0/url is a text, which nothing is in",
        "/byName/a/id; /byName/a/id is a text of a form of its own, where a URL, which is a String, a"
            + " URI or a PresignedUrl is to be",
        "/other/url/x; /other/url is a text, which nothing is in",
        "/variant/on; /variant/on is true or false, where a URL, which is a String, a URI or a"
            + " PresignedUrl is to be",
      })
  void urlThatCannotBeThere(String url, String misfit) {
    assertThat(errorsOf("VerifiedPayload", url, "/sign"))
        .containsExactly(
            ("Handlers.java:4 [JH083] Handlers.install(Handlers.Update, VerifiedPayload): url '%s' of"
                    + " payload 'image' cannot be in the document: %s")
                .formatted(url, misfit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/*; the document has an operation, which is no payload: name what holds them",
        "/image/*; /image/id is a text of a form of its own, where a URL, which is a String, a URI"
            + " or a PresignedUrl is to be",
        "/pair/*/id; /pair/one/id is a text of a form of its own, where a URL, which is a String, a"
            + " URI or a PresignedUrl is to be",
      })
  void urlsThatCannotBeThere(String url, String misfit) {
    assertThat(errorsOf("Map<String, VerifiedPayload>", url, "/signs/*"))
        .containsExactly(
            ("Handlers.java:4 [JH083] Handlers.install(Handlers.Update, Map<String,"
                    + " VerifiedPayload>): url '%s' of payload 'image' cannot be in the document: %s")
                .formatted(url, misfit));
  }

  @Test
  void codesignThatCannotBeThere() {
    assertThat(errorsOf("VerifiedPayload", "/image/url", "/image/uri"))
        .containsExactly(
            "Handlers.java:5 [JH083] Handlers.install(Handlers.Update, VerifiedPayload): codesign"
                + " '/image/uri' of payload 'image' cannot be in the document: /image/uri is a"
                + " text, where an object of AWS Signer is to be");
  }

  @ParameterizedTest
  @CsvSource({
    "/imag/url, /image/url",
    "/image/presined, /image/presigned",
    "/images/0/presined, /images/0/presigned",
    "/byName/x/presined, /byName/x/presigned",
    "/other/presined, /other/presigned",
  })
  void slip(String url, String meant) {
    assertThat(errorsOf("VerifiedPayload", url, "/sign"))
        .containsExactly(
            ("Handlers.java:4 [JH082] Handlers.install(Handlers.Update, VerifiedPayload): url '%s' of"
                    + " payload 'image' is not in the document type: did you mean \"%s\"?")
                .formatted(url, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "/image/url, /image/codesign",
    "/image/presigned, /codesign",
    "/image/uri, /image",
    "/image/link, /byName/a",
    "/images/0/url, /images/0/codesign",
    "/urls/3, /pair",
    "/byName/any/url, /pair/one/codesign",
    "/other/url, /other",
    "/variant/url, /variant",
    "/file/url, /file/codesign",
    "/image/file1, /sign",
    "/image/sizes/url, /image/deep/er/url",
  })
  void whatTheTypeHasOrDoesNotNameIsFine(String url, String codesign) {
    assertThat(errorsOf("VerifiedPayload", url, codesign)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/images/*/url, /images/*/codesign",
    "/byName/*/url, /byName/*/codesign",
    "/urls/*, /codesigns/*",
    "/pair/*/url, /pair/*/codesign",
    "/files/*, /signs/*",
  })
  void severalPayloadsAreFine(String url, String codesign) {
    assertThat(errorsOf("Map<String, VerifiedPayload>", url, codesign)).isEmpty();
  }
}

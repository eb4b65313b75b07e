package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.handlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadCheckTest {
  private static final String MAP = "Map<String, VerifiedPayload>";

  /** Errors in a handler whose parameters begin on the fifth line. */
  private static List<String> errorsIn(String parameters) {
    String body =
        """
        @JobHandler(operation = "a")
        void handle(
            %s) {}
        """
            .formatted(parameters)
            .replaceAll("\\bVerifiedPayload", "io.jobhandler.payload.VerifiedPayload");
    return errors(compile(handlers(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Doc; Doc",
        "String; String",
        "int; int",
        "JobContext; JobContext",
        "VerifiedPayload[]; io.jobhandler.payload.VerifiedPayload[]",
        "Map; Map",
        "List<VerifiedPayload>; List<VerifiedPayload>",
        "Map<String, String>; Map<String, String>",
        "Map<Integer, VerifiedPayload>; Map<Integer, VerifiedPayload>",
        "HashMap<String, VerifiedPayload>; HashMap<String, VerifiedPayload>",
      })
  void payloadOnSomethingElse(String type, String display) {
    assertThat(errorsIn("@Payload\n    " + type + " image"))
        .filteredOn(error -> error.contains("[JH"))
        .containsExactly(
            ("Handlers.java:5 [JH019] parameter 'image' of Handlers.handle(%s) is annotated with"
                    + " @Payload and is a %s: declare it as VerifiedPayload or Map<String,"
                    + " VerifiedPayload>, or remove @Payload")
                .formatted(display, display));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"VerifiedPayload", MAP})
  void payloadWithoutAnnotation(String type) {
    assertThat(errorsIn("Doc document,\n    " + type + " image"))
        .containsExactly(
            ("Handlers.java:6 [JH020] parameter 'image' of Handlers.handle(Doc, %s) is a %s without"
                    + " @Payload: annotate it with @Payload")
                .formatted(type, type));
  }

  @Test
  void progressOnAPayload() {
    assertThat(errorsIn("@Progress @Payload VerifiedPayload image"))
        .containsExactly(
            "Handlers.java:5 [JH012] parameter 'image' of Handlers.handle(VerifiedPayload) is"
                + " annotated with @Progress and is a VerifiedPayload: declare it as"
                + " ProgressReporter, or remove @Progress");
  }

  @ParameterizedTest
  @CsvSource({"presign", "''", "/~", "/a~2b"})
  void malformedPointers(String pointer) {
    String fault =
        " '%s' of payload 'image' is not a JSON pointer: write for instance \"/image/url\", with ~0"
            + " for ~ and ~1 for / in a name";
    assertThat(
            errorsIn(
                """
                @Payload(
                        url = "%s",
                        codesign = "%s")
                    VerifiedPayload image"""
                    .formatted(pointer, pointer)))
        .containsExactly(
            "Handlers.java:6 [JH021] Handlers.handle(VerifiedPayload): url"
                + fault.formatted(pointer),
            "Handlers.java:7 [JH021] Handlers.handle(VerifiedPayload): codesign"
                + fault.formatted(pointer));
  }

  @Test
  void tooManyWildcards() {
    assertThat(errorsIn("@Payload(url = \"/*/files/*\") " + MAP + " files"))
        .containsExactly(
            "Handlers.java:5 [JH021] Handlers.handle("
                + MAP
                + "): url '/*/files/*' of payload"
                + " 'files' has 2 segments *: keep one");
  }

  @Test
  void wildcardForOne() {
    assertThat(
            errorsIn(
                """
                @Payload(
                        url = "/files/*/url",
                        codesign = "/files/*/codesign")
                    VerifiedPayload image"""))
        .containsExactly(
            "Handlers.java:6 [JH022] Handlers.handle(VerifiedPayload): url '/files/*/url' of"
                + " payload 'image' has a *, which means several payloads: name one place, or"
                + " declare the parameter as Map<String, VerifiedPayload>",
            "Handlers.java:7 [JH022] Handlers.handle(VerifiedPayload): codesign '/files/*/codesign'"
                + " of payload 'image' has a *, which means several payloads: name one place, or"
                + " declare the parameter as Map<String, VerifiedPayload>");
  }

  @Test
  void noWildcardForSeveral() {
    String fault =
        " of payload 'files' has no *, and a map takes several payloads: write for instance"
            + " \"/files/*/url\", or declare the parameter as VerifiedPayload";
    assertThat(errorsIn("@Payload(\n        url = \"/files\") " + MAP + " files"))
        .containsExactly(
            "Handlers.java:6 [JH022] Handlers.handle(" + MAP + "): url '/files'" + fault);
    assertThat(errorsIn("Doc document,\n    @Payload " + MAP + " files"))
        .containsExactly(
            "Handlers.java:6 [JH022] Handlers.handle(Doc, " + MAP + "): url '/presign'" + fault);
  }

  @Test
  void sameUrlTwice() {
    assertThat(
            errorsIn(
                """
                @Payload VerifiedPayload one,
                    @Payload(codesign = "/other",
                        url = "/presign") VerifiedPayload two"""))
        .containsExactly(
            "Handlers.java:7 [JH023] parameter 'two' of Handlers.handle(VerifiedPayload,"
                + " VerifiedPayload) has the url \"/presign\", and so has 'one': give each a url of"
                + " its own");
  }

  @Test
  void anyNumberOfDifferentPayloadsIsFine() {
    assertThat(
            errorsIn(
                """
                @Payload VerifiedPayload a, Doc document, @Payload(url = "/b") VerifiedPayload b,
                    @Payload(url = "/c/*") Map<String, VerifiedPayload> c,
                    @Payload(url = "/d/*", codesign = "/d/*") Map<String, VerifiedPayload> d"""))
        .isEmpty();
  }
}

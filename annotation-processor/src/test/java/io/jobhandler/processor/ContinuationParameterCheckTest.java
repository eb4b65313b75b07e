package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuationParameterCheckTest {
  private static final String AFTER_RESTART_TAKES =
      "an @AfterRestart method takes a class or record for the checkpoint, a JobContext, and a"
          + " @Progress ProgressReporter";
  private static final String ON_CANCELLED_TAKES =
      "an @OnCancelled method takes a class or record for the checkpoint, and a JobContext";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int; int; a primitive",
        "Doc[]; test.Doc[]; an array",
        "Map<String, Doc>; Map<String, Doc>; a generic type",
        "String; String; a type of the JDK",
        "OnInterrupt; OnInterrupt; an enum",
        "Runnable; Runnable; a type of the JDK",
        "JobResult; JobResult; an interface",
      })
  void unsupportedType(String type, String display, String misfit) {
    String fault =
        "Handlers.java:5 [JH027] parameter 'it' of Handlers.goOn(%s) is of type %s, %s: "
            .formatted(display, display, misfit);

    assertThat(errorsFor("AfterRestart", type + " it"))
        .containsExactly(fault + AFTER_RESTART_TAKES);
    assertThat(errorsFor("OnCancelled", type + " it")).containsExactly(fault + ON_CANCELLED_TAKES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Payload io.jobhandler.payload.VerifiedPayload it",
        "io.jobhandler.payload.VerifiedPayload it",
        "@Payload Doc it",
      })
  void payload(String parameter) {
    assertThat(errorsFor("AfterRestart", parameter))
        .singleElement()
        .asString()
        .startsWith("Handlers.java:5 [JH027] parameter 'it' of Handlers.goOn(")
        .endsWith(") is a payload: " + AFTER_RESTART_TAKES);
    assertThat(errorsFor("OnCancelled", parameter))
        .singleElement()
        .asString()
        .endsWith(") is a payload: " + ON_CANCELLED_TAKES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Progress ProgressReporter it", "ProgressReporter it"})
  void nothingIsReportedAfterACancellation(String parameter) {
    assertThat(errorsFor("OnCancelled", parameter))
        .containsExactly(
            "Handlers.java:5 [JH027] parameter 'it' of Handlers.goOn(ProgressReporter) is a"
                + " ProgressReporter: "
                + ON_CANCELLED_TAKES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AfterRestart", "OnCancelled"})
  void severalCheckpoints(String annotation) {
    assertThat(errorsFor(annotation, "Doc first, JobContext context, Doc it"))
        .containsExactly(
            "Handlers.java:5 [JH028] parameter 'it' of Handlers.goOn(Doc, JobContext, Doc) is a"
                + " second checkpoint: a job has one checkpoint, read all of it into one class or"
                + " record");
  }

  @Test
  void repeatedParameters() {
    assertThat(
            errorsFor(
                "AfterRestart",
                "JobContext c, @Progress ProgressReporter p, JobContext d, @Progress"
                    + " ProgressReporter q"))
        .extracting(error -> error.replaceFirst(" of Handlers.*\\)", ""))
        .containsExactly(
            "Handlers.java:5 [JH011] parameter 'd' is a second JobContext: remove it",
            "Handlers.java:5 [JH011] parameter 'q' is a second ProgressReporter: remove it");
  }

  @Test
  void markOfTheProgressReporter() {
    assertThat(errorsFor("AfterRestart", "ProgressReporter p"))
        .containsExactly(
            "Handlers.java:5 [JH013] parameter 'p' of Handlers.goOn(ProgressReporter) is a"
                + " ProgressReporter without @Progress: annotate it with @Progress");
    assertThat(errorsFor("OnCancelled", "@Progress Doc it"))
        .containsExactly(
            "Handlers.java:5 [JH012] parameter 'it' of Handlers.goOn(Doc) is annotated with"
                + " @Progress and is a Doc: declare it as ProgressReporter, or remove @Progress");
  }

  @Test
  void privateCheckpoint() {
    assertThat(errorsFor("OnCancelled", "Secret it"))
        .containsExactly(
            "Handlers.java:5 [JH016] parameter 'it' of Handlers.goOn(Handlers.Secret) is of a type"
                + " out of the dispatcher's reach because Secret is private: remove 'private',"
                + " package-private is enough");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Doc d", "JobContext c, Doc d", "final Doc d, JobContext c"})
  void anyOrderIsFine(String parameters) {
    assertThat(errorsFor("OnCancelled", parameters)).isEmpty();
    assertThat(errorsFor("AfterRestart", parameters)).isEmpty();
  }

  @Test
  void whatGoesOnMayReport() {
    assertThat(errorsFor("AfterRestart", "@Progress ProgressReporter p, Doc d, JobContext c"))
        .isEmpty();
  }

  private static List<String> errorsFor(String annotation, String parameters) {
    return errorsInHandlers(
        """
        @JobHandler(operation = "a") void handle() {}
        @%s(operation = "a") void goOn(
            %s) {}
        private record Secret() {}
        """
            .formatted(annotation, parameters));
  }
}

package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods of whose return no result can be made, in classes without a generated dispatcher. */
class UnusableResultsTest {

  record Listed(List<String> names) {}

  record Nested(Optional<Optional<String>> name) {}

  record Generic<T>(T name) {}

  record Seven(int a, int b, int c, int d, int e, int f, int g) {}

  record Euro(int a$b) {}

  record Refused(String reason) {}

  /** Declares one method for each type, whose name is the operation. */
  @SuppressWarnings("rawtypes") // some of them are
  interface Returning {
    boolean truth();

    Map<String, Object> objects();

    SortedMap<String, String> sortedMap();

    Optional<JobResult> maybe();

    CompletionStage stage();

    CompletionStage<?> unknownStage();

    CompletionStage<CompletionStage<JobResult>> stages();

    Future<JobResult> future();

    Listed listed();

    Nested nested();

    Generic<String> generic();

    Seven seven();

    Euro euro();

    CompletionStage<Refused> refused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "truth",
        "objects",
        "sortedMap",
        "maybe",
        "stage",
        "unknownStage",
        "stages",
        "future"
      })
  void typesThatAreNoResult(String method) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> resultOf(method))
        .withMessageStartingWith("Returning.%s() returns ", method)
        .withMessageEndingWith(
            ", expected void, JobResult, a record, a Map<String, String>, or a CompletionStage of"
                + " one of these");
  }

  @Test
  void componentsThatAreNoText() {
    String values =
        ", which has no defined text: take text, numbers, truth values, enums, UUID, URI, Path, the"
            + " dates and times of java.time, and an Optional of these";

    assertRefused(
        "listed",
        "Returning.listed() returns Listed: its component 'names' is of type"
            + " java.util.List<java.lang.String>"
            + values);
    assertRefused(
        "generic",
        "Returning.generic() returns Generic: its component 'name' is of type T" + values);
    assertRefused(
        "nested",
        "Returning.nested() returns Nested: its component 'name' is of type"
            + " java.util.Optional<java.util.Optional<java.lang.String>>"
            + values);
  }

  @Test
  void moreComponentsThanThereIsRoomFor() {
    assertRefused(
        "seven",
        "Returning.seven() returns Seven: it has 7 components, and an execution has room for 6"
            + " details of yours");
  }

  @Test
  void componentsThatAreNoKey() {
    assertRefused(
        "euro",
        "Returning.euro() returns Euro: its component 'a$b' is no key of a status detail, 1"
            + " to 128 characters of [a-zA-Z0-9:_-]: rename it");
    assertRefused(
        "refused",
        "Returning.refused() returns Refused: its component 'reason' is a status detail that"
            + " the framework writes itself: rename it");
  }

  static final class GoesOnWithText {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    String goOn() {
      return "done";
    }
  }

  @Test
  void theAgentIsNotBuiltWithThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReflectiveDispatcher.of(GoesOnWithText.class))
        .withMessageStartingWith("GoesOnWithText.goOn() returns String, expected void, JobResult");
  }

  private static void assertRefused(String method, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> resultOf(method)).withMessage(message);
  }

  private static ReflectiveResult resultOf(String method) throws NoSuchMethodException {
    return ReflectiveResult.of(Returning.class.getDeclaredMethod(method));
  }
}

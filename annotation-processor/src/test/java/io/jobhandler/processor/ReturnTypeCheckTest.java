package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnTypeCheckTest {
  private static final String ALL =
      "return void, JobResult, a record or a Map<String, String> of details, or a CompletionStage"
          + " of one of these";

  @ParameterizedTest
  @ValueSource(strings = {"Object", "Runnable", "Thread.State", "Character", "Iterable<Object>"})
  void unsupportedType(String type) {
    assertRefused(type, type, ALL);
  }

  @Test
  void classOfTheAuthor() {
    assertRefused("Handlers", "Handlers", "make it a record, or " + ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"boolean", "Boolean"})
  void truthValue(String type) {
    assertRefused(
        type,
        type,
        "did you mean void? To return is to succeed; a failure is JobResult.failed, or a"
            + " JobFailedException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "char", "Long", "String", "StringBuilder"})
  void valueWithoutAKey(String type) {
    assertRefused(
        type,
        type,
        "did you mean a record with this as a component, whose name is the key of the detail? Or a"
            + " Map<String, String>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Map<String, Object>", "Map<Integer, String>", "Map", "TreeMap<String, String>"})
  void otherMap(String type) {
    assertRefused(
        type, type, "did you mean Map<String, String>? Keys and values of details are text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Optional<JobResult>; Optional<JobResult>; JobResult",
        "List<Doc>; List<Doc>; Doc",
        "Optional<Map<String, String>>; Optional<Map<String, String>>; Map<String, String>",
      })
  void aboutOneResult(String type, String display, String meant) {
    assertRefused(type, display, "did you mean %s? A job ends once, and always".formatted(meant));
  }

  @Test
  void severalResults() {
    assertRefused(
        "JobResult[]", "io.jobhandler.JobResult[]", "did you mean JobResult? A job ends once");
    assertRefused("String[]", "java.lang.String[]", ALL);
    assertRefused("Optional<String>", "Optional<String>", ALL);
  }

  @Test
  void boxedVoid() {
    assertRefused("Void", "Void", "did you mean void?");
  }

  @ParameterizedTest
  @CsvSource({"Future<Void>,Void", "FutureTask<JobResult>,JobResult", "Own<Doc>,Doc"})
  void otherStage(String type, String end) {
    assertRefused(type, type, "did you mean CompletionStage<%s>?".formatted(end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CompletionStage", "CompletableFuture<?>", "Future<String>"})
  void stageThatEndsWithNothingKnown(String type) {
    assertRefused(
        type, type, "say what the stage ends with, for instance CompletionStage<JobResult>");
  }

  @Test
  void stageOfWhatIsNoResult() {
    assertRefused("CompletionStage<Object>", "CompletionStage<Object>", ALL);
    assertRefused(
        "CompletionStage<Boolean>",
        "CompletionStage<Boolean>",
        "did you mean void? To return is to succeed; a failure is JobResult.failed, or a"
            + " JobFailedException");
    assertRefused(
        "CompletionStage<Future<Void>>",
        "CompletionStage<Future<Void>>",
        "make one stage of the two, with thenCompose");
  }

  @Test
  void sameForWhatGoesOnAfterARestart() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void handle() {}
                @AfterRestart(operation = "a") Void goOn() { return null; }
                """))
        .containsExactly(
            "Handlers.java:4 [JH029] Handlers.goOn() returns Void: did you mean void?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JobResult",
        "JobResult.Failed",
        "Doc",
        "Map<String, String>",
        "CompletionStage<Void>",
        "CompletionStage<JobResult>",
        "CompletionStage<JobResult.Succeeded>",
        "CompletableFuture<Map<String, String>>",
        "CompletableFuture<Doc>",
      })
  void supportedType(String type) {
    assertThat(errorsFor(type)).isEmpty();
  }

  private static void assertRefused(String type, String display, String advice) {
    assertThat(errorsFor(type))
        .containsExactly(
            "Handlers.java:3 [JH015] Handlers.handle() returns %s: %s".formatted(display, advice));
  }

  private static List<String> errorsFor(String type) {
    String text =
        """
        package test; import io.jobhandler.*; import java.util.*; import java.util.concurrent.*;
        class Handlers {
          @JobHandler(operation = "a") @SuppressWarnings("rawtypes")
          %s handle() { throw new IllegalStateException(); }
        }
        record Doc(String text) {}
        final class Own<T> extends CompletableFuture<T> {}
        """;
    return errors(TestCompiler.compile(source("test.Handlers", text.formatted(type))));
  }
}

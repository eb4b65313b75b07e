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

class RecordResultCheckTest {
  private static final String VALUES =
      "text, numbers, truth values, enums, UUID, URI, Path, the dates and times of java.time, and"
          + " an Optional of these";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Object; Object",
        "List<String>; List<String>",
        "int[]; int[]",
        "Optional<Object>; Optional<Object>",
        "Optional<Optional<String>>; Optional<Optional<String>>",
        "Optional<?>; Optional<?>",
        "Thread; Thread",
        "T; T",
        "Date; Date",
      })
  void componentWithoutADefinedText(String type, String display) {
    assertThat(errorsFor("record Done<T>(String name, %s seen) {}".formatted(type)))
        .containsExactly(
            "Handlers.java:3 [JH050] Handlers.handle() returns Done<Object>: its component 'seen'"
                + " is of type %s, which has no defined text: take %s".formatted(display, VALUES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String",
        "boolean",
        "char",
        "double",
        "Long",
        "Thread.State",
        "Optional<UUID>",
        "Optional<Thread.State>",
        "java.net.URI",
        "java.nio.file.Path",
        "java.time.Instant",
        "java.time.Duration",
        "java.time.LocalDate",
        "java.math.BigDecimal",
        "java.math.BigInteger",
      })
  void componentWithADefinedText(String type) {
    assertThat(errorsFor("record Done<T>(%s seen) {}".formatted(type))).isEmpty();
  }

  @Test
  void sixComponentsFit() {
    assertThat(errorsFor("record Done<T>(int a, int b, int c, int d, int e, int f) {}")).isEmpty();
    assertThat(errorsFor("record Done<T>(int a, int b, int c, int d, int e, int f, int g) {}"))
        .containsExactly(
            "Handlers.java:3 [JH051] Handlers.handle() returns Done<Object>: it has 7 components,"
                + " and an execution has room for 6 details of yours: leave out 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe", "a$b"})
  void nameThatIsNoKey(String name) {
    assertThat(errorsFor("record Done<T>(int %s) {}".formatted(name)))
        .containsExactly(
            "Handlers.java:3 [JH052] Handlers.handle() returns Done<Object>: its component '%s' is"
                    .formatted(name)
                + " no key of a status detail, 1 to 128 characters of [a-zA-Z0-9:_-]: rename it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"agentToken", "progress", "reasonCode", "reason"})
  void nameOfTheFrameworks(String name) {
    assertThat(errorsFor("record Done<T>(String %s) {}".formatted(name)))
        .containsExactly(
            "Handlers.java:3 [JH052] Handlers.handle() returns Done<Object>: its component '%s' is"
                    .formatted(name)
                + " a status detail that the framework writes itself: rename it");
  }

  @Test
  void recordThatTheDispatcherCannotName() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") Hidden handle() { return null; }
                private record Hidden(int seen) {}
                """))
        .containsExactly(
            "Handlers.java:3 [JH016] Handlers.handle() returns Handlers.Hidden: Hidden is private: remove"
                + " 'private', package-private is enough");
  }

  @Test
  void onceForARecordThatIsReturnedTwice() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") Done handle() { return null; }
                @JobHandler(operation = "b") Done other() { return null; }
                @AfterRestart(operation = "b") Done goOn() { return null; }
                record Done(Object seen, int reason) {}
                """))
        .extracting(error -> error.substring(0, "Handlers.java:3 [JH000]".length()))
        .containsExactly("Handlers.java:3 [JH050]", "Handlers.java:3 [JH052]");
  }

  @Test
  void alsoAtTheEndOfAStage() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                java.util.concurrent.CompletionStage<Done> handle() { return null; }
                record Done(Object seen) {}
                """))
        .containsExactly(
            "Handlers.java:3 [JH050] Handlers.handle() returns CompletionStage<Handlers.Done>: its component"
                + " 'seen' is of type Object, which has no defined text: take "
                + VALUES);
  }

  @Test
  void notWhereNothingIsReported() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void handle() {}
                @OnCancelled(operation = "a") Done undo() { return null; }
                record Done(Object seen) {}
                """))
        .containsExactly(
            "Handlers.java:4 [JH029] Handlers.undo() returns Handlers.Done: return void, nothing is reported"
                + " of its end");
  }

  private static List<String> errorsFor(String record) {
    String text =
        """
        package test; import io.jobhandler.*; import java.util.*;
        class Handlers {
          @JobHandler(operation = "a")
          Done<Object> handle() { return null; }
        }
        %s
        """;
    return errors(TestCompiler.compile(source("test.Handlers", text.formatted(record))));
  }
}

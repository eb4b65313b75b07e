package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.handlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationCheckTest {

  @ParameterizedTest
  @CsvSource({
    "'', 'write for instance \"firmware_update\"'",
    "'+', 'write for instance \"firmware_update\"'",
    "firmware update, 'did you mean \"firmware_update\"?'",
    "a/b, 'did you mean \"a_b\"?'",
  })
  void operationOutOfForm(String operation, String remedy) {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(
                    stepTimeout = "PT1M",
                    operation = "%s")
                void handle() {}
                """
                    .formatted(operation)))
        .containsExactly(
            "Handlers.java:5 [JH007] operation '%s' of Handlers.handle() is not 1 to 128 characters"
                    .formatted(operation)
                + " of [a-zA-Z0-9:_.-]: "
                + remedy);
  }

  @Test
  void operationTooLong() {
    String operation = "o".repeat(129);

    assertThat(
            errorsInHandlers("@JobHandler(operation = \"" + operation + "\") void handle() {}\n"))
        .singleElement()
        .asString()
        .startsWith("Handlers.java:3 [JH007] operation '" + operation + "'");
  }

  @Test
  void twoHandlersOfAClassForOneOperation() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void one() {}
                @JobHandler(operation = "a") void two(Doc document) {}
                @JobHandler(operation = "b") void three() {}
                """))
        .containsExactly(
            "Handlers.java:3 [JH008] operation 'a' of Handlers.one() is also the operation of"
                + " Handlers.two(Doc): give each handler an operation of its own",
            "Handlers.java:4 [JH008] operation 'a' of Handlers.two(Doc) is also the operation of"
                + " Handlers.one(): give each handler an operation of its own");
  }

  @Test
  void handlersOfSeveralClassesForOneOperation() {
    String other =
        """
        package test; import io.jobhandler.*;
        class Other {
          static final String OPERATION = "a";
          @JobHandler(operation = OPERATION) void other() {}
        }
        """;

    assertThat(
            errors(
                compile(
                    handlers("@JobHandler(operation = \"a\") void handle() {}\n"),
                    source("test.Other", other))))
        .containsExactly(
            "Handlers.java:3 [JH008] operation 'a' of Handlers.handle() is also the operation of"
                + " Other.other(): give each handler an operation of its own",
            "Other.java:4 [JH008] operation 'a' of Other.other() is also the operation of"
                + " Handlers.handle(): give each handler an operation of its own");
  }

  @Test
  void clashesAcrossClassesAreReportedAlongWithOtherErrors() {
    String other =
        """
        package test; import io.jobhandler.*;
        class Other {
          @JobHandler(operation = "a") private void other() {}
        }
        """;

    assertThat(
            errors(
                compile(
                    handlers("@JobHandler(operation = \"a\") void handle() {}\n"),
                    source("test.Other", other))))
        .extracting(error -> error.replaceFirst("].*", "]"))
        .containsExactlyInAnyOrder(
            "Other.java:3 [JH001]", "Handlers.java:3 [JH008]", "Other.java:3 [JH008]");
  }
}

package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnTypeCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int; int; 1",
        "Void; Void; null",
        "String; String; null",
        "Doc; Doc; null",
        "Object; Object; null",
        "JobResult[]; io.jobhandler.JobResult[]; null",
        "Optional<JobResult>; Optional<JobResult>; null",
      })
  void unsupportedType(String type, String display, String value) {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                %s handle() { return %s; }
                """
                    .formatted(type, value)))
        .containsExactly(
            "Handlers.java:3 [JH015] Handlers.handle() returns %s: return void or JobResult"
                .formatted(display));
  }
}

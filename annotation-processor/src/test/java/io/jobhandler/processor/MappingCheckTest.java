package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingCheckTest {

  @ParameterizedTest
  @CsvSource({
    "'', 'write for instance \"BATTERY_LOW\"'",
    "low battery, 'did you mean \"LOW_BATTERY\"?'",
    "noDisk, 'did you mean \"NO_DISK\"?'",
    "NO-DISK, 'did you mean \"NO_DISK\"?'",
  })
  void reasonCodeOutOfForm(String reasonCode, String remedy) {
    assertThat(errorsOnMethod("type = Exception.class,\nreasonCode = \"%s\"".formatted(reasonCode)))
        .containsExactly(
            "Handlers.java:5 [JH034] reasonCode '%s' for Exception on Handlers.handle() is not 1 to"
                    .formatted(reasonCode)
                + " 128 characters of [A-Z0-9_]: "
                + remedy);
  }

  @Test
  void reasonCodeOutOfFormOnAClass() {
    assertThat(errorsOnClass("@MapException(type = Exception.class, reasonCode = \"low\")"))
        .containsExactly(
            "Handlers.java:2 [JH034] reasonCode 'low' for Exception on Handlers is not 1 to 128"
                + " characters of [A-Z0-9_]: did you mean \"LOW\"?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JobRejectedException",
        "JobFailedException",
        "JobEndedException",
        "RetryLaterException",
      })
  void exceptionsThatMeanWhatTheySay(String type) {
    assertThat(errorsOnMethod("reasonCode = \"X\",\ntype = " + type + ".class"))
        .containsExactly(
            "Handlers.java:5 [JH035] @MapException on Handlers.handle() names %s, which itself says"
                    .formatted(type)
                + " what becomes of the job, whatever is written here: remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Throwable", "Exception", "RuntimeException", "Error", "Handlers.Own"})
  void otherExceptionsMayBeMapped(String type) {
    assertThat(errorsOnMethod("reasonCode = \"X\", type = " + type + ".class")).isEmpty();
    assertThat(errorsOnClass("@MapException(reasonCode = \"X\", type = " + type + ".class)"))
        .isEmpty();
  }

  @Test
  void oneTypeTwice() {
    String twice =
        """
        @MapException(type = Exception.class, reasonCode = "A")
        @MapException(type = Error.class, reasonCode = "B")
        @MapException(type = Exception.class, reasonCode = "C")
        """;

    assertThat(errorsInHandlers(twice + "@JobHandler(operation = \"a\") void handle() {}\n"))
        .containsExactly(
            "Handlers.java:6 [JH036] Exception is mapped twice on Handlers.handle(): keep one"
                + " @MapException for it");
    assertThat(errorsOnClass(twice))
        .containsExactly(
            "Handlers.java:5 [JH036] Exception is mapped twice on Handlers: keep one @MapException"
                + " for it");
  }

  @Test
  void oneTypeTwiceInAWrittenList() {
    assertThat(
            errorsOnClass(
                """
                @MapException(type = Exception.class, reasonCode = "A")
                @MapException.List(
                    @MapException(reasonCode = "B", type = Exception.class))
                """))
        .containsExactly(
            "Handlers.java:4 [JH036] Exception is mapped twice on Handlers: keep one @MapException"
                + " for it");
  }

  @Test
  void oneTypeOnTheMethodAndOnTheClass() {
    assertThat(
            errors(
                compile(
                    source(
                        "test.Handlers",
                        """
                        package test; import io.jobhandler.*;
                        @MapException(type = Exception.class, reasonCode = "A")
                        class Handlers {
                          @MapException(type = Exception.class, reasonCode = "B")
                          @JobHandler(operation = "a") void handle() {}
                        }
                        """))))
        .isEmpty();
  }

  @Test
  void privateException() {
    assertThat(errorsOnMethod("reasonCode = \"X\", type = Secret.class"))
        .containsExactly(
            "Handlers.java:4 [JH016] @MapException on Handlers.handle() names Handlers.Secret, which"
                + " is out of the dispatcher's reach because Secret is private: remove 'private',"
                + " package-private is enough");
  }

  @Test
  void aClassWithoutHandlers() {
    String text =
        """
        package test; import io.jobhandler.*;
        @MapException(type = Exception.class, reasonCode = "x")
        class Base {}
        @MapException.List({})
        class Empty {}
        """;

    assertThat(errors(compile(source("test.Base", text))))
        .containsExactly(
            "Base.java:2 [JH037] @MapException on Base means nothing, since it declares no"
                + " @JobHandler: move it to the class of the handlers, or remove it");
  }

  @Test
  void aMethodThatIsNoHandler() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void handle() {}
                @AfterRestart(operation = "a")
                @MapException(type = Exception.class, reasonCode = "X")
                void goOn() {}
                """))
        .containsExactly(
            "Handlers.java:5 [JH037] @MapException on Handlers.goOn means nothing, since it is no"
                + " @JobHandler: move it to the handler, or to the class for all of its handlers");
  }

  private static List<String> errorsOnMethod(String values) {
    return errorsInHandlers(
        """
        @JobHandler(operation = "a")
        @MapException(%s)
        void handle() {}
        static class Own extends RuntimeException { static final long serialVersionUID = 1L; }
        private static class Secret extends Exception { static final long serialVersionUID = 1L; }
        """
            .formatted(values));
  }

  private static List<String> errorsOnClass(String annotations) {
    return errors(
        compile(
            source(
                "test.Handlers",
                """
                package test; import io.jobhandler.*;
                %s
                class Handlers {
                  @JobHandler(operation = "a") void handle() {}
                  static class Own extends RuntimeException {
                    private static final long serialVersionUID = 1L;
                  }
                }
                """
                    .formatted(annotations.strip()))));
  }
}

package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.jobhandler.JobResult;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.PayloadParameter;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles handlers, loads their dispatcher and calls it. */
class GeneratedCodeTest {
  private static final String HANDLERS =
      """
      package test;

      import io.jobhandler.*;
      import io.jobhandler.payload.VerifiedPayload;
      import java.io.IOException;
      import java.util.Map;

      final class List {
        static String seen = "";

        record Document(String text) {}

        @JobHandler(operation = "nothing", stepTimeout = "PT10M")
        void nothing(@Progress ProgressReporter progress, Document document, JobContext context) {
          progress.report(42);
          seen = document.text() + " " + (context == null);
        }

        @JobHandler(operation = "result")
        protected JobResult result(Document document) {
          return JobResult.succeeded(Map.of("text", document.text()));
        }

        @JobHandler(operation = "narrow")
        static JobResult.Failed narrow() {
          return new JobResult.Failed("NARROW", "a subtype", Map.of());
        }

        @JobHandler(operation = "throws")
        void fail() throws IOException {
          throw new IOException("the user's own");
        }

        @JobHandler(operation = "image")
        JobResult image(@Payload VerifiedPayload image) {
          return JobResult.succeeded(Map.of("anchor", image.anchor()));
        }

        @JobHandler(operation = "files")
        JobResult files(@Payload(url = "/files/*", anchor = "a") Map<String, VerifiedPayload> m) {
          return JobResult.succeeded(Map.of("keys", m.keySet().toString()));
        }

        @Deprecated(forRemoval = true)
        @JobHandler(operation = "old")
        void old() {}

        static String seen() {
          return seen;
        }
      }
      """;

  @TempDir private Path directory;
  private CompiledHandlers compiled;
  private JobDispatcher<Object> dispatcher;

  @BeforeEach
  void compileAndLoad() throws Exception {
    compiled = CompiledHandlers.of(directory, "test.List", HANDLERS);
    dispatcher = compiled.dispatcher();
  }

  @AfterEach
  void unload() throws IOException {
    compiled.close();
  }

  @Test
  void describesTheHandlerMethods() throws Exception {
    Class<?> document = compiled.type("test.List$Document");

    assertThat(dispatcher.handlerClass().getName()).isEqualTo("test.List");
    assertThat(dispatcher.handlerMethods())
        .containsExactly(
            new HandlerMethod("files", null, null, "List.files(Map<String, VerifiedPayload>)")
                .withPayload(new PayloadParameter("m", "/files/*", "/codesign", "a", true)),
            new HandlerMethod("image", null, null, "List.image(VerifiedPayload)")
                .withPayload(new PayloadParameter("image", "/presign", "/codesign", "", false)),
            new HandlerMethod("narrow", null, null, "List.narrow()"),
            new HandlerMethod(
                "nothing",
                document,
                Duration.ofMinutes(10),
                "List.nothing(ProgressReporter, List.Document, JobContext)"),
            new HandlerMethod("old", null, null, "List.old()"),
            new HandlerMethod("result", document, null, "List.result(List.Document)"),
            new HandlerMethod("throws", null, null, "List.fail()"));
  }

  @Test
  @DisplayName("Edge case 28: parameter names need no -parameters flag")
  void namesOfParametersAreThoseOfTheSource() throws Exception {
    Class<?> handlers = dispatcher.handlerClass();

    assertThat(handlers.getDeclaredMethod("image", VerifiedPayload.class).getParameters()[0])
        .matches(parameter -> !parameter.isNamePresent());
    assertThat(dispatcher.handlerMethods())
        .flatExtracting(HandlerMethod::payloads)
        .extracting(PayloadParameter::name)
        .containsExactly("m", "image");
  }

  @Test
  void voidMethodSucceeds() throws Throwable {
    assertThat(dispatch("nothing")).isEqualTo(JobResult.succeeded());

    assertThat(compiled.reports()).containsExactly("42");
    assertThat(compiled.ask("seen")).isEqualTo("hello false");
  }

  @Test
  void resultIsReturned() throws Throwable {
    assertThat(dispatch("result")).isEqualTo(JobResult.succeeded(Map.of("text", "hello")));
  }

  @Test
  void staticMethodWithASubtypeOfResult() throws Throwable {
    assertThat(dispatch("narrow")).isEqualTo(JobResult.failed("NARROW", "a subtype"));
  }

  @Test
  void exceptionPassesUnchanged() {
    Throwable thrown = catchThrowable(() -> dispatch("throws"));

    assertThat(thrown).isExactlyInstanceOf(IOException.class).hasMessage("the user's own");
    assertThat(thrown.getStackTrace())
        .extracting(StackTraceElement::getClassName, StackTraceElement::getMethodName)
        .startsWith(tuple("test.List", "fail"), tuple("test.List_JobDispatcher", "dispatch"));
  }

  @Test
  void unknownOperationNamesTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dispatch("noting"))
        .withMessage(
            "no handler for operation 'noting' in List; known: files, image, narrow, nothing,"
                + " old, result, throws");
  }

  @Test
  void payloadsArePassed() throws Throwable {
    assertThat(dispatch("files", Map.of("m", Map.of())))
        .isEqualTo(JobResult.succeeded(Map.of("keys", "[]")));
  }

  @Test
  void missingPayloadsAreNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> dispatch("files"))
        .withMessage("expected a payload 'm' for files, there are []");
    assertThatIllegalStateException()
        .isThrownBy(() -> dispatch("image", Map.of("other", Map.of())))
        .withMessage("expected a payload 'image' for image, there are [other]");
  }

  private JobResult dispatch(String operation) throws Throwable {
    return dispatch(operation, Map.of());
  }

  private JobResult dispatch(String operation, Map<String, Map<String, VerifiedPayload>> payloads)
      throws Throwable {
    Object document = compiled.make("test.List$Document", "hello");
    return dispatcher.dispatch(
        operation,
        compiled.handler(),
        new JobInvocation(document, TestJobContext.of(operation), compiled.progress(), payloads));
  }
}

package io.jobhandler.processor;

import static com.google.testing.compile.Compiler.javac;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.handlers;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobHandler;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.RoundEnvironment;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class ProcessorFaultTest {

  private static final JavaFileObject HANDLERS =
      handlers("@JobHandler(operation = \"a\") void handle() {}\n");

  @Test
  void becomesAnErrorOnTheHandlerClass() {
    HandlerCheck faulty =
        (handlerClass, reporter) -> {
          throw new IllegalStateException("a fault of ours");
        };
    var compilation =
        javac()
            .withProcessors(new DispatcherProcessor(documents -> List.of(faulty)))
            .compile(HANDLERS);

    assertThat(errors(compilation))
        .singleElement()
        .asString()
        .startsWith(
            "Handlers.java:2 [JH000] the annotation processor failed on test.Handlers, please"
                + " report this: java.lang.IllegalStateException: a fault of ours")
        .contains("at io.jobhandler.processor.");
  }

  @Test
  void outsideAnyClassBecomesAnErrorWithoutAPlace() {
    HandlerProcessor faulty =
        new HandlerProcessor(List.of(JobHandler.class)) {
          @Override
          void processRound(RoundEnvironment round, ErrorReporter reporter) {
            throw new IllegalStateException("a fault of ours");
          }
        };

    assertThat(javac().withProcessors(faulty).compile(HANDLERS).errors())
        .isNotEmpty()
        .allSatisfy(
            error ->
                assertThat(error.getMessage(Locale.ENGLISH))
                    .startsWith("[JH000] the annotation processor failed, please report this:"));
  }
}

package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.compiler;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers and documents that other processors have a hand in. */
class LaterRoundTest {
  private static final JavaFileObject HANDLERS =
      source(
          "test.Handlers",
          """
          package test; import io.jobhandler.*;
          class Handlers {
            @JobHandler(operation = "a") void handle(Later document) {}
          }
          """);

  @Test
  void waitsForADocumentThatAnotherProcessorWrites() {
    Compilation compilation =
        compiler()
            .withProcessors(
                new DispatcherProcessor(),
                new DispatcherIndexProcessor(),
                new WriterOf("test.Later", "package test; record Later(String text) {}"))
            .compile(HANDLERS);

    assertThat(errors(compilation)).isEmpty();
    assertThat(compilation.generatedSourceFile("test.Handlers_JobDispatcher")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@JobHandler(operation = \"a\", retryOn = Later.class) void handle() {}",
        "@MapException(type = Later.class, reasonCode = \"X\")"
            + " @JobHandler(operation = \"a\") void handle() {}",
        "@JobHandler(operation = \"a\") void handle() {}"
            + " @AfterRestart(operation = \"a\") void goOn(Later checkpoint) {}",
        "@JobHandler(operation = \"a\") void handle() {}"
            + " @OnCancelled(operation = \"a\") void undo(Later checkpoint) {}",
        "@JobHandler(operation = \"a\") void handle() {}"
            + " @Progress <T extends Later> java.util.List<? super T[]> step() { return null; }",
        "@JobHandler(operation = \"a\") void handle() {}"
            + " Handlers() throws Later {} @Progress void step() {}",
      })
  void waitsForWhatElseAHandlerClassNames(String methods) {
    String handlers =
        """
        package test; import io.jobhandler.*;
        @MapException(type = Later.class, reasonCode = "X")
        class Handlers { %s }
        """
            .formatted(methods);
    String later =
        """
        package test;
        class Later extends Exception { private static final long serialVersionUID = 1L; }
        """;
    Compilation compilation =
        compiler()
            .withProcessors(
                new DispatcherProcessor(),
                new DispatcherIndexProcessor(),
                new WriterOf("test.Later", later))
            .compile(source("test.Handlers", handlers));

    assertThat(errors(compilation)).isEmpty();
    assertThat(compilation.generatedSourceFile("test.Handlers_JobDispatcher")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "CompletionStage<Later>; record Later(String text) {}",
        "Done; enum Later { FAST }",
        "CompletionStage<Done>; enum Later { FAST }",
      })
  void waitsForWhatAHandlerReturns(String type, String later) {
    String handlers =
        """
        package test; import io.jobhandler.*; import java.util.concurrent.CompletionStage;
        class Handlers {
          @JobHandler(operation = "a") %s handle() { return null; }
          @JobHandler(operation = "b") CompletionStage<Void> other() { return null; }
          record Done(Later mode) {}
        }
        """
            .formatted(type);
    Compilation compilation =
        compiler()
            .withProcessors(
                new DispatcherProcessor(),
                new DispatcherIndexProcessor(),
                new WriterOf("test.Later", "package test; " + later))
            .compile(source("test.Handlers", handlers));

    assertThat(errors(compilation)).isEmpty();
    assertThat(compilation.generatedSourceFile("test.Handlers_JobDispatcher")).isPresent();
  }

  @Test
  void findsHandlersThatAnotherProcessorWrites() {
    String generated =
        """
        package test; import io.jobhandler.*;
        class Generated { @JobHandler(operation = "b") void handle() {} }
        """;
    Compilation compilation =
        compiler()
            .withProcessors(
                new DispatcherProcessor(),
                new DispatcherIndexProcessor(),
                new WriterOf("test.Generated", generated))
            .compile(source("test.Empty", "package test; class Empty {}"));

    assertThat(errors(compilation)).isEmpty();
    assertThat(compilation.generatedSourceFile("test.Generated_JobDispatcher")).isPresent();
  }

  @Test
  void leavesAMissingDocumentToTheCompiler() {
    assertThat(errors(compile(HANDLERS))).singleElement().asString().contains("cannot find symbol");
  }

  /** Writes one class in the first round. */
  private static final class WriterOf extends AbstractProcessor {
    private final String name;
    private final String text;
    private boolean written;

    WriterOf(String name, String text) {
      this.name = name;
      this.text = text;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
          writer.write(text);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}

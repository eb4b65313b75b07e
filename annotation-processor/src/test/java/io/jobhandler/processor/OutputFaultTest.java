package io.jobhandler.processor;

import static io.jobhandler.processor.DiskCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.processor.DiskCompiler.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFaultTest {
  private static final JavaSource HANDLERS =
      source(
          "test.Handlers",
          """
          package test; import io.jobhandler.*;
          class Handlers { @JobHandler(operation = "a") void handle() {} }
          """);

  @TempDir private Path directory;
  private DiskCompiler compiler;

  @BeforeEach
  void makeCompiler() throws IOException {
    compiler = new DiskCompiler(directory);
  }

  @Test
  void indexThatCannotBeRead() throws IOException {
    Path folder = Files.createDirectories(compiler.classes().resolve("META-INF"));
    Files.writeString(folder.resolve("jobhandler"), "a file where a folder should go");
    List<String> options =
        List.of(
            "-Ajobhandler.documentation=false",
            "-classpath",
            System.getProperty("java.class.path"));

    assertThat(compiler.compile(options, HANDLERS))
        .contains(
            "Handlers.java:2: error: [JH018] cannot write the index of dispatchers,"
                + " META-INF/jobhandler/dispatchers: ");
  }

  @Test
  void stepsThatCannotBeWritten() throws IOException {
    Path file = directory.resolve("generated/test/Handlers_JobSteps.java");
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, directory.resolve("no such folder/file"));

    assertThat(
            compiler.compile(
                source(
                    "test.Handlers",
                    """
                    package test; import io.jobhandler.*;
                    class Handlers {
                      @JobHandler(operation = "a") void handle() {}
                      @Progress void step() {}
                    }
                    """)))
        .contains(
            "Handlers.java:2: error: [JH049] cannot write the class that reports the steps of"
                + " Handlers: ");
  }

  @Test
  void markerThatCannotBeWritten() throws IOException {
    Files.writeString(compiler.classes().resolve("io"), "a file where a package should go");

    assertThat(compiler.compile(HANDLERS))
        .contains(
            "Handlers.java:2: error: [JH017] cannot write the class that tells other jars of"
                + " operation 'a' of Handlers: ");
  }

  @Test
  void dispatcherThatCannotBeWritten() throws IOException {
    Files.writeString(directory.resolve("generated/test"), "a file where a package should go");

    assertThat(compiler.compile(HANDLERS))
        .contains("Handlers.java:2: error: [JH017] cannot write the dispatcher of Handlers: ");
  }
}

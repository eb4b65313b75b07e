package io.jobhandler.processor;

import static io.jobhandler.processor.DiskCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.processor.DiskCompiler.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue over several compilations, and what cannot be written. */
class OperationFilesTest {
  private static final JavaSource ALPHA = handlers("Alpha", "a:1", "Does the first.");
  private static final JavaSource BETA = handlers("Beta", "b", "Does the second.");

  @TempDir private Path directory;
  private DiskCompiler compiler;

  @BeforeEach
  void compileAll() throws IOException {
    compiler = new DiskCompiler(directory);
    assertThat(compiler.compile(ALPHA, BETA)).isEmpty();
  }

  @Test
  void catalogueTellsOfAll() throws IOException {
    assertThat(catalogue())
        .startsWith("# Operations\n\n## `a:1`\n\nDoes the first.\n")
        .contains("\n\n## `b`\n\nDoes the second.\n");
  }

  @Test
  void catalogueKeepsWhatEarlierCompilationsTold() throws IOException {
    String before = catalogue();

    assertThat(compiler.compile(BETA)).isEmpty();

    assertThat(catalogue()).isEqualTo(before);
  }

  @Test
  void catalogueTellsWhatHasChanged() throws IOException {
    assertThat(compiler.compile(handlers("Beta", "c", "Does the third."))).isEmpty();

    assertThat(catalogue()).contains("a:1", "Does the third.").doesNotContain("Does the second.");
  }

  @Test
  void whatIsGoneIsNamed() throws IOException {
    Files.delete(file("operations/a+1.md"));

    assertThat(compiler.compile(BETA)).isEmpty();

    assertThat(catalogue())
        .contains("## `a:1`\n\nNothing is known of it: compile `Alpha` again.\n");
  }

  @Test
  void operationOfTwoClassesIsReportedOnce() throws IOException {
    String said = compiler.compile(BETA, handlers("Gamma", "b", "Does the second, too."));

    assertThat(said).contains("[JH008]").doesNotContain("[JH095]");
  }

  @Test
  void documentationThatCannotBeWritten() throws IOException {
    block(file("operations/b.schema.json"));

    assertThat(compiler.compile(BETA))
        .contains("Beta.java:4: error: [JH095] cannot write the documentation of operation 'b': ");
  }

  @Test
  void catalogueThatCannotBeWritten() throws IOException {
    block(file("operations.md"));

    assertThat(compiler.compile(BETA))
        .contains(
            "Beta.java:2: error: [JH096] cannot write the catalogue of operations,"
                + " META-INF/jobhandler/operations.md: ");
  }

  @Test
  void metadataThatCannotBeWritten() throws IOException {
    Path folder = compiler.classes().resolve("META-INF/native-image/io.jobhandler/handlers");
    block(folder.resolve("test.Beta/reachability-metadata.json"));

    assertThat(compiler.compile(BETA))
        .contains(
            "Beta.java:2: error: [JH097] cannot write GraalVM's metadata of Beta,"
                + " META-INF/native-image/io.jobhandler/handlers/test.Beta/"
                + "reachability-metadata.json: ");
  }

  /** What is written to a file goes nowhere from now on. */
  private static void block(Path file) throws IOException {
    Files.delete(file);
    Files.createSymbolicLink(file, file.resolveSibling("no-such-folder/file"));
  }

  private String catalogue() throws IOException {
    return Files.readString(file("operations.md"));
  }

  private Path file(String name) {
    return compiler.classes().resolve("META-INF/jobhandler").resolve(name);
  }

  private static JavaSource handlers(String name, String operation, String what) {
    return source(
        "test." + name,
        """
        package test; import io.jobhandler.*;
        class %s {
          /** %s */
          @JobHandler(operation = "%s") void handle() {}
        }
        """
            .formatted(name, what, operation));
  }
}

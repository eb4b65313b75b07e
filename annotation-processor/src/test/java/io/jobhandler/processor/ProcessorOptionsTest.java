package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.handlers;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.FileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorOptionsTest {
  private static final String DEFAULT_FOLDER =
      "/CLASS_OUTPUT/META-INF/native-image/io.jobhandler/handlers/";

  @Test
  void documentationCanBeLeftOut() {
    assertThat(resources("-Ajobhandler.documentation=false"))
        .containsExactlyInAnyOrder(
            "/CLASS_OUTPUT/META-INF/jobhandler/dispatchers",
            DEFAULT_FOLDER + "test.Handlers/reachability-metadata.json");
  }

  @Test
  void documentationIsWrittenUnlessLeftOut() {
    assertThat(resources())
        .containsExactlyInAnyOrderElementsOf(resources("-Ajobhandler.documentation=true"))
        .contains(
            "/CLASS_OUTPUT/META-INF/jobhandler/operations.md",
            "/CLASS_OUTPUT/META-INF/jobhandler/operations/a.md",
            "/CLASS_OUTPUT/META-INF/jobhandler/operations/a.schema.json",
            "/CLASS_OUTPUT/META-INF/jobhandler/operations/a.template.json");
  }

  @Test
  void metadataHasAFolderOfTheBuild() {
    assertThat(resources("-Ajobhandler.nativeImage=com.example/pump"))
        .contains(
            "/CLASS_OUTPUT/META-INF/native-image/com.example/pump/test.Handlers/"
                + "reachability-metadata.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "FALSE"})
  void documentationIsTrueOrFalse(String value) {
    assertThat(messages(compile("-Ajobhandler.documentation=" + value)))
        .containsExactly(
            "[JH098] option -Ajobhandler.documentation is '%s': expected true or false"
                .formatted(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pump", "a/b/c", "../pump", "com.example/..", "a b/c", "/a", "a/"})
  void nativeImageIsAGroupAndAnArtifact(String value) {
    assertThat(messages(compile("-Ajobhandler.nativeImage=" + value)))
        .containsExactly(
            ("[JH098] option -Ajobhandler.nativeImage is '%s': expected group/artifact, for instance"
                    + " com.example/pump")
                .formatted(value));
  }

  /** They have no place in a source. */
  private static List<String> messages(Compilation compilation) {
    return compilation.errors().stream()
        .map(error -> (error.getSource() == null ? "" : "in a source: ") + error.getMessage(null))
        .toList();
  }

  private static List<String> resources(String... options) {
    Compilation compilation = compile(options);
    assertThat(compilation.diagnostics()).isEmpty();
    return compilation.generatedFiles().stream()
        .map(FileObject::getName)
        .filter(name -> name.contains("META-INF"))
        .toList();
  }

  private static Compilation compile(String... options) {
    List<Object> all = new ArrayList<>(TestCompiler.STRICT);
    Stream.of(options).forEach(all::add);
    return TestCompiler.compiler()
        .withOptions(all)
        .compile(handlers("@JobHandler(operation = \"a\") void handle() {}\n"));
  }
}

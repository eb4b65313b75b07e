package io.jobhandler.processor;

import static io.jobhandler.processor.DiskCompiler.source;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.processor.DiskCompiler.JavaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncrementalCompilationTest {
  private static final JavaSource ALPHA = handlers("Alpha", "a");
  private static final JavaSource BETA = handlers("Beta", "b");
  private static final JavaSource OUTER =
      source(
          "test.Outer",
          """
          package test; import io.jobhandler.*;
          class Outer { static class Gamma { @JobHandler(operation = "c") void handle() {} } }
          """);

  @TempDir private Path directory;
  private DiskCompiler compiler;

  @BeforeEach
  void compileAll() throws IOException {
    compiler = new DiskCompiler(directory);
    assertThat(compiler.compile(BETA, OUTER, ALPHA)).isEmpty();
  }

  @Test
  void indexIsSorted() throws IOException {
    assertThat(compiler.index())
        .containsExactly(
            "test.Alpha_JobDispatcher",
            "test.Beta_JobDispatcher",
            "test.Outer_Gamma_JobDispatcher");
  }

  @Test
  void compilingOneClassAgainKeepsTheOthers() throws IOException {
    assertThat(compiler.compile(BETA)).isEmpty();

    assertThat(compiler.index())
        .containsExactly(
            "test.Alpha_JobDispatcher",
            "test.Beta_JobDispatcher",
            "test.Outer_Gamma_JobDispatcher");
  }

  @Test
  void aClassWithoutHandlersLeavesTheIndex() throws IOException {
    JavaSource changed = source("test.Alpha", "package test; class Alpha { void handle() {} }");

    assertThat(compiler.compile(changed, BETA)).isEmpty();

    assertThat(compiler.index())
        .containsExactly("test.Beta_JobDispatcher", "test.Outer_Gamma_JobDispatcher");
  }

  @Test
  void stepsBelongToTheirClassAlone() throws IOException {
    assertThat(compiler.compile(withStep("write"))).isEmpty();
    Map<String, byte[]> first = compiler.files();
    assertThat(first).containsKey("test/Alpha_JobSteps.java");

    assertThat(compiler.compile(BETA)).isEmpty();
    assertThat(compiler.files()).usingRecursiveComparison().isEqualTo(first);

    assertThat(compiler.compile(withStep("check"))).isEmpty();
    assertThat(new String(compiler.files().get("test/Alpha_JobSteps.java"), UTF_8))
        .contains("super.check()")
        .doesNotContain("write");
    assertThat(compiler.index())
        .containsExactly(
            "test.Alpha_JobDispatcher",
            "test.Beta_JobDispatcher",
            "test.Outer_Gamma_JobDispatcher");
  }

  private static JavaSource withStep(String name) {
    return source(
        "test.Alpha",
        """
        package test; import io.jobhandler.*;
        class Alpha {
          @JobHandler(operation = "a") void handle() {}
          @Progress void %s() {}
        }
        """
            .formatted(name));
  }

  @Test
  void aClassThatIsGoneLeavesTheIndexEvenIfItsDispatcherIsThereYet() throws IOException {
    compiler.deleteClass("test.Alpha");
    compiler.deleteClass("test.Outer$Gamma");
    compiler.deleteClass("test.Outer");

    assertThat(compiler.compile(BETA)).isEmpty();

    assertThat(compiler.index()).containsExactly("test.Beta_JobDispatcher");
  }

  @Test
  void aNestedClassThatIsGoneLeavesTheIndex() throws IOException {
    compiler.deleteClass("test.Outer$Gamma");
    JavaSource changed = source("test.Outer", "package test; class Outer {}");

    assertThat(compiler.compile(BETA, changed)).isEmpty();

    assertThat(compiler.index())
        .containsExactly("test.Alpha_JobDispatcher", "test.Beta_JobDispatcher");
  }

  @Test
  void commentsAndStrangersInTheIndexAreDropped() throws IOException {
    Path index = compiler.classes().resolve("META-INF/jobhandler/dispatchers");
    Files.writeString(
        index, "# a comment\n\njava.lang.String\nno such class\n test.Alpha_JobDispatcher \n");

    assertThat(compiler.compile(BETA)).isEmpty();

    assertThat(compiler.index())
        .containsExactly("test.Alpha_JobDispatcher", "test.Beta_JobDispatcher");
  }

  @Test
  void errorsLeaveTheIndexAlone() throws IOException {
    JavaSource bad =
        source(
            "test.Bad",
            """
            package test; import io.jobhandler.*;
            class Bad { @JobHandler(operation = "bad") private void handle() {} }
            """);
    JavaSource good = handlers("Good", "good");

    assertThat(compiler.compile(bad, good)).contains("[JH001]");

    assertThat(compiler.index()).hasSize(3);
    assertThat(compiler.files())
        .containsKey("test/Good_JobDispatcher.java")
        .doesNotContainKey("test/Bad_JobDispatcher.java");
  }

  @Test
  void secondBuildIsByteIdentical() throws IOException {
    Map<String, byte[]> first = compiler.files();
    assertThat(compiler.compile(ALPHA, BETA, OUTER)).isEmpty();
    DiskCompiler elsewhere = new DiskCompiler(directory.resolve("elsewhere"));
    assertThat(elsewhere.compile(OUTER, ALPHA, BETA)).isEmpty();

    assertThat(compiler.files()).usingRecursiveComparison().isEqualTo(first);
    assertThat(elsewhere.files()).usingRecursiveComparison().isEqualTo(first);
  }

  private static JavaSource handlers(String name, String operation) {
    return source(
        "test." + name,
        """
        package test; import io.jobhandler.*;
        class %s { @JobHandler(operation = "%s") void handle() {} }
        """
            .formatted(name, operation));
  }
}

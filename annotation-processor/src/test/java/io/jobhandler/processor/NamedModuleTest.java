package io.jobhandler.processor;

import static io.jobhandler.processor.DiskCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobHandler;
import io.jobhandler.processor.DiskCompiler.JavaSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers in a named module, in an exported package where lint is strictest. */
class NamedModuleTest {
  private static final JavaSource FRAMEWORK_MODULE =
      source(
          "module-info",
          """
          module io.jobhandler.framework {
            requires static transitive org.jspecify;
            exports io.jobhandler;
            exports io.jobhandler.spi;
          }
          """);
  private static final JavaSource HANDLERS =
      source(
          "test.Handlers",
          """
          package test;

          import io.jobhandler.JobHandler;
          import io.jobhandler.Progress;
          import java.util.concurrent.CompletableFuture;
          import java.util.concurrent.CompletionStage;

          public class Handlers {
            public Handlers() {}

            @JobHandler(operation = "a")
            void handle(Doc document) {}

            @JobHandler(operation = "b")
            CompletionStage<Doc> answer() {
              return CompletableFuture.completedStage(new Doc("b"));
            }

            @Progress
            void look(Doc document) {}

            record Doc(String text) {}
          }
          """);

  @TempDir private Path directory;
  private Path frameworkModule;

  /** The framework's packages without what else its module requires, which is not wanted here. */
  @BeforeEach
  void compileFrameworkModule() throws Exception {
    DiskCompiler compiler = new DiskCompiler(directory.resolve("framework"));
    assertThat(compiler.compile(modulePath(), FRAMEWORK_MODULE)).isEmpty();
    frameworkModule = compiler.classes();
  }

  @Test
  void withTheCompilerModuleTheDispatcherIsMarkedAsGenerated() throws Exception {
    assertThat(compileConsumer("requires java.compiler;")).contains("@Generated");
  }

  @Test
  void withoutItTheDispatcherCompilesAllTheSame() throws Exception {
    assertThat(compileConsumer("")).doesNotContain("Generated");
  }

  private String compileConsumer(String requires) throws Exception {
    DiskCompiler compiler = new DiskCompiler(directory.resolve("consumer"));
    JavaSource module =
        source(
            "module-info",
            "module consumer { requires io.jobhandler.framework; %s exports test; }"
                .formatted(requires));

    assertThat(compiler.compile(modulePath(), module, HANDLERS)).isEmpty();

    assertThat(compiler.index()).containsExactly("test.Handlers_JobDispatcher");
    assertThat(compiler.files().keySet()).noneMatch(file -> file.contains("jobhandler/operation/"));
    return Files.readString(
        directory.resolve("consumer/generated/test/Handlers_JobDispatcher.java"));
  }

  private List<String> modulePath() throws URISyntaxException, IOException {
    Path jspecify = locationOf(NullMarked.class);
    String patch = "io.jobhandler.framework=" + locationOf(JobHandler.class);
    String separator = System.getProperty("path.separator");
    String path = frameworkModule == null ? "" + jspecify : frameworkModule + separator + jspecify;
    return List.of("-Xlint:all,-processing", "-Werror", "-p", path, "--patch-module", patch);
  }

  private static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}

package io.jobhandler.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import io.jobhandler.spi.JobDispatcher;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same with the compiler of Eclipse, whose view of elements differs from javac's in details.
 */
class EclipseCompilerTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  @TempDir private Path directory;
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();

  private boolean compile(List<JavaFileObject> sources) throws IOException {
    return compile(System.getProperty("java.class.path"), sources);
  }

  private boolean compile(String classPath, List<JavaFileObject> sources) throws IOException {
    JavaCompiler compiler = new EclipseCompiler();
    List<String> options =
        List.of(
            "-d",
            Files.createDirectories(directory.resolve("classes")).toString(),
            "-s",
            Files.createDirectories(directory.resolve("generated")).toString(),
            "-classpath",
            classPath,
            "--release",
            "17",
            "-nowarn");
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(new StringWriter(), files, diagnostics, options, null, sources);
      task.setProcessors(List.of(new DispatcherProcessor(), new DispatcherIndexProcessor()));
      return task.call();
    }
  }

  private List<String> said() {
    return diagnostics.getDiagnostics().stream()
        .map(d -> d.getSource() + ":" + d.getLineNumber() + " " + d.getMessage(Locale.ENGLISH))
        .toList();
  }

  @Test
  void generatesWhatJavacDoes() throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    try (Stream<Path> handlers = Files.walk(Path.of("src", "test", "resources", "handlers"))) {
      for (Path file : handlers.filter(Files::isRegularFile).toList()) {
        sources.add(JavaFileObjects.forResource(file.toUri().toURL()));
      }
    }

    assertThat(compile(sources)).as("%s", said()).isTrue();
    Map<String, String> generated = new TreeMap<>(filesIn(directory.resolve("generated")));
    generated.putAll(filesIn(directory.resolve("classes")));
    assertThat(generated).isEqualTo(filesIn(GOLDEN));
  }

  @Test
  void reportsWhatJavacDoes() throws IOException {
    JavaFileObject handlers =
        handlers(
            """
            package test;
            class Handlers {
              @io.jobhandler.JobHandler(operation = "a b", stepTimeout = "soon")
              private String handle(int document) { return ""; }
            }
            """);

    assertThat(compile(List.of(handlers))).isFalse();
    assertThat(diagnostics.getDiagnostics())
        .extracting(d -> d.getLineNumber() + " " + d.getMessage(Locale.ENGLISH).substring(0, 7))
        .containsExactlyInAnyOrder("3 [JH007]", "3 [JH009]", "3 [JH001]", "4 [JH014]", "3 [JH015]");
  }

  @Test
  void findsOperationsOnTheClassPath() throws IOException {
    DiskCompiler library = new DiskCompiler(directory.resolve("library"));
    assertThat(
            library.compile(
                DiskCompiler.source(
                    "other.Power",
                    """
                    package other;
                    class Power { @io.jobhandler.JobHandler(operation = "a") void off() {} }
                    """)))
        .isEmpty();
    JavaFileObject handlers =
        handlers(
            """
            package test;
            class Handlers {
              @io.jobhandler.JobHandler(operation = "a")
              void handle() {}
            }
            """);
    String classPath =
        library.jar()
            + System.getProperty("path.separator")
            + System.getProperty("java.class.path");

    assertThat(compile(classPath, List.of(handlers))).isFalse();
    assertThat(diagnostics.getDiagnostics())
        .extracting(d -> d.getLineNumber() + " " + d.getMessage(Locale.ENGLISH))
        .containsExactly(
            "3 [JH067] operation 'a' of Handlers.handle() is also the operation of other.Power on"
                + " the class path: give each handler an operation of its own");
  }

  @Test
  void whatItCompilesRuns() throws Exception {
    JavaFileObject handlers =
        handlers(
            """
            package test;
            class Handlers {
              @io.jobhandler.JobHandler(operation = "a")
              void handle() {}
            }
            """);

    assertThat(compile(List.of(handlers))).as("%s", said()).isTrue();
    URL[] urls = {directory.resolve("classes").toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      JobDispatcher<?> dispatcher =
          (JobDispatcher<?>)
              loader.loadClass("test.Handlers_JobDispatcher").getConstructor().newInstance();
      assertThat(dispatcher.handlerMethods()).hasSize(1);
    }
  }

  /** A class {@code test.Handlers} in a file, since this compiler wants one. */
  private JavaFileObject handlers(String text) throws IOException {
    Path file = Files.createDirectories(directory.resolve("test")).resolve("Handlers.java");
    Files.writeString(file, text);
    return JavaFileObjects.forResource(file.toUri().toURL());
  }

  /** Text files, by path. */
  private static Map<String, String> filesIn(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".class")) {
          contents.put(root.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return contents;
  }
}

package io.jobhandler.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles into a directory as a build tool does: what earlier compilations left there is on the
 * class path of the next.
 */
final class DiskCompiler {
  private final Path generated;
  private final Path classes;

  DiskCompiler(Path directory) throws IOException {
    generated = Files.createDirectories(directory.resolve("generated"));
    classes = Files.createDirectories(directory.resolve("classes"));
  }

  Path classes() {
    return classes;
  }

  /** Compiles on the class path, and returns what the compiler said. */
  String compile(JavaSource... sources) {
    return compileWith(List.of(), sources);
  }

  /** Compiles with more on the class path. */
  String compileWith(List<Path> libraries, JavaSource... sources) {
    String classPath =
        Stream.of(List.of(classes), libraries, List.of(System.getProperty("java.class.path")))
            .flatMap(List::stream)
            .map(Object::toString)
            .collect(Collectors.joining(System.getProperty("path.separator")));
    return compile(List.of("-Xlint:all,-processing", "-classpath", classPath), sources);
  }

  String compile(List<String> options, JavaSource... sources) {
    List<String> allOptions = new ArrayList<>(List.of("-d", classes.toString()));
    allOptions.addAll(List.of("-s", generated.toString()));
    allOptions.addAll(options);
    StringWriter output = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(output, null, null, allOptions, null, Arrays.asList(sources));
    task.setProcessors(List.of(new DispatcherProcessor(), new DispatcherIndexProcessor()));
    task.call();
    return output.toString();
  }

  /** The compiled classes and the index in an archive. */
  Path jar() throws IOException {
    Path jar = Files.createTempFile(classes.getParent(), "library", ".jar");
    try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        output.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, output);
      }
    }
    return jar;
  }

  List<String> index() throws IOException {
    return Files.readAllLines(classes.resolve("META-INF/jobhandler/dispatchers"));
  }

  void deleteClass(String name) throws IOException {
    Files.delete(classes.resolve(name.replace('.', '/') + ".class"));
  }

  /** All files that the compilations left, classes included, by path. */
  Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    for (Path root : List.of(generated, classes)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  URLClassLoader classLoader() throws IOException {
    URL[] urls = {classes.toUri().toURL()};
    return new URLClassLoader(urls, DiskCompiler.class.getClassLoader());
  }

  static JavaSource source(String name, String text) {
    return new JavaSource(name, text);
  }

  /** A source file that is held in memory. */
  static final class JavaSource extends SimpleJavaFileObject {
    private final String text;

    JavaSource(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

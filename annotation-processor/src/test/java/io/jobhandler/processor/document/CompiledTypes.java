package io.jobhandler.processor.document;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Document types that are compiled, with the model of one and its class. */
final class CompiledTypes {
  private static final String IMPORTS =
      """
      package test;
      import com.fasterxml.jackson.annotation.*;
      import com.fasterxml.jackson.databind.*;
      import com.fasterxml.jackson.databind.annotation.*;
      import java.math.*;
      import java.time.*;
      import java.util.*;
      """;

  private final Path classes;

  private CompiledTypes(Path classes) {
    this.classes = classes;
  }

  /** Compiles classes of a package {@code test} into a directory. */
  static CompiledTypes of(Path directory, String source) throws IOException {
    Compilation compilation = javac().withOptions("-proc:none").compile(file("Types", source));
    if (compilation.status() != Compilation.Status.SUCCESS) {
      throw new AssertionError(compilation.diagnostics());
    }
    for (JavaFileObject file : compilation.generatedFiles()) {
      write(directory, file);
    }
    return new CompiledTypes(directory);
  }

  private static void write(Path directory, JavaFileObject file) throws IOException {
    String prefix = "/" + StandardLocation.CLASS_OUTPUT + "/";
    Path target = directory.resolve(file.toUri().getPath().substring(prefix.length()));
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream content = file.openInputStream()) {
      Files.copy(content, target);
    }
  }

  private static JavaFileObject file(String name, String source) {
    return JavaFileObjects.forSourceString("test." + name, IMPORTS + source);
  }

  /** A class of them, for the agent. */
  Class<?> load(String name) throws IOException, ClassNotFoundException {
    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, CompiledTypes.class.getClassLoader())) {
      Class<?> type = loader.loadClass("test." + name);
      Stream.of(Objects.requireNonNull(classes.resolve("test").toFile().list()))
          .forEach(file -> loadQuietly(loader, file.replace(".class", "")));
      return type;
    }
  }

  /** The loader is closed soon, and Jackson looks for nested types later. */
  private static void loadQuietly(ClassLoader loader, String name) {
    try {
      loader.loadClass("test." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The model as the compiler sees the class file. */
  DocumentModel modelFromClassFile(String name) {
    return model(name, List.of(classes), "class Elsewhere {}");
  }

  /** The model as the compiler sees the source. */
  static DocumentModel modelFromSource(String name, String source) {
    return model(name, List.of(), source);
  }

  private static DocumentModel model(String name, List<Path> first, String source) {
    ModelReader reader = new ModelReader("test." + name);
    List<java.io.File> classPath =
        Stream.concat(
                first.stream().map(Path::toFile),
                Arrays.stream(
                        System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .map(java.io.File::new))
            .toList();
    Compilation compilation =
        javac().withProcessors(reader).withClasspath(classPath).compile(file("Types", source));
    if (reader.model == null) {
      throw new AssertionError(compilation.diagnostics());
    }
    return reader.model;
  }

  /** Reads a type while it is compiled. */
  private static final class ModelReader extends AbstractProcessor {
    private final String name;
    private @Nullable DocumentModel model;

    ModelReader(String name) {
      this.name = name;
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
      if (!round.processingOver()) {
        var elements = processingEnv.getElementUtils();
        model =
            DocumentReader.read(
                Objects.requireNonNull(elements.getTypeElement(name)),
                elements,
                processingEnv.getTypeUtils());
      }
      return false;
    }
  }
}

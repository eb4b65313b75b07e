package io.jobhandler.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;

/** Compiles sources with both processors, and says what the compiler reported. */
final class TestCompiler {

  /** processing: javac warns of annotations that no processor claims, which is every library's. */
  static final List<String> STRICT = List.of("-Xlint:all,-processing", "-Werror");

  private TestCompiler() {}

  static Compiler compiler() {
    return javac()
        .withProcessors(new DispatcherProcessor(), new DispatcherIndexProcessor())
        .withOptions(STRICT);
  }

  static Compilation compile(JavaFileObject... sources) {
    return compiler().compile(sources);
  }

  /** Compiles without a warning, or fails the test with what the compiler said. */
  static Compilation compileCleanly(JavaFileObject... sources) {
    Compilation compilation = compile(sources);
    if (compilation.status() != Compilation.Status.SUCCESS) {
      throw new AssertionError(compilation.diagnostics());
    }
    return compilation;
  }

  static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(name, text);
  }

  /** A class {@code test.Handlers}, whose third line is the first line of the given body. */
  static JavaFileObject handlers(String body) {
    return source(
        "test.Handlers",
        """
        package test; import io.jobhandler.*; import java.util.*;
        class Handlers {
        %s}
        record Doc(String text) {}
        """
            .formatted(body));
  }

  /** The errors of a compilation, each as {@code Handlers.java:3 [JH001] message}. */
  static List<String> errors(Compilation compilation) {
    return compilation.errors().stream()
        .map(
            error ->
                "%s:%d %s"
                    .formatted(
                        fileName(error.getSource()),
                        error.getLineNumber(),
                        error.getMessage(Locale.ENGLISH)))
        .toList();
  }

  static List<String> errorsInHandlers(String body) {
    return errors(compile(handlers(body)));
  }

  private static String fileName(JavaFileObject file) {
    return file.getName().substring(file.getName().lastIndexOf('/') + 1);
  }
}

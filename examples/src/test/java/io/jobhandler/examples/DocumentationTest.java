package io.jobhandler.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java snippet of the documentation stands in code that is compiled: in this module, in the
 * projects beside it, or, for the compiler's messages, in the cases that the page is written from.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..");
  private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/it"));
  private static final Path WRITTEN_FROM_CASES = Path.of("diagnostics.md");
  private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
          Stream.of(ROOT.resolve("README.md")),
          docs
              .filter(page -> page.toString().endsWith(".md"))
              .filter(page -> !page.endsWith(WRITTEN_FROM_CASES))
              .sorted()
              .toList()
              .stream());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void snippetsAreCompiled(Path page) throws IOException {
    List<String> sources = sources();
    for (String snippet : snippets(page)) {
      assertThat(sources)
          .as("%s, snippet:%n%s", page, snippet)
          .anyMatch(source -> source.contains(normalized(snippet)));
    }
  }

  private static List<String> snippets(Path page) throws IOException {
    return SNIPPET
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> read(file))
            .forEach(sources::add);
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return normalized(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String normalized(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}

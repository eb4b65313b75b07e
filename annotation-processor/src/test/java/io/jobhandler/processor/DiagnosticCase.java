package io.jobhandler.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * One cause of an error, as a file under {@code diagnostics} tells it; its README says how.
 *
 * @param file the file, whose name begins with the code
 * @param title what is wrong, in a line
 * @param why the reason of the rule, in Markdown
 * @param sections the sources and what the compiler says of them; none where no source provokes it
 */
record DiagnosticCase(Path file, String title, String why, List<Section> sections) {
  static final String ERRORS = "errors";
  private static final String MARK = "--- ";

  /** What a source is there for. */
  enum Role {
    /** Belongs to the wrong and to the right sources. */
    WITH,
    WRONG,
    RIGHT
  }

  /**
   * A part of the file.
   *
   * @param heading {@value #ERRORS}, or the role and the path of a source
   * @param text its lines, each with its end
   */
  record Section(String heading, String text) {

    boolean is(Role role) {
      return heading.startsWith(role.name().toLowerCase(Locale.ROOT) + " ");
    }

    String path() {
      return heading.substring(heading.indexOf(' ') + 1);
    }

    String fileName() {
      return path().substring(path().lastIndexOf('/') + 1);
    }

    private JavaFileObject source() {
      return JavaFileObjects.forSourceString(path().replace(".java", "").replace('/', '.'), text);
    }
  }

  static DiagnosticCase read(Path file) throws IOException {
    String[] parts = ("\n" + Files.readString(file, UTF_8)).split("\n" + MARK, -1);
    String[] head = parts[0].strip().split("\n\n", 2);
    List<Section> sections = new ArrayList<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      String[] lines = part.split("\n", 2);
      sections.add(new Section(lines[0].strip(), lines[1].strip() + "\n"));
    }
    return new DiagnosticCase(file, head[0], head[1], List.copyOf(sections));
  }

  String code() {
    return file.getFileName().toString().split("-", 2)[0];
  }

  /** Whether a source provokes the error. */
  boolean isProvoked() {
    return !sections.isEmpty();
  }

  List<Section> sources(Role role) {
    return sections.stream().filter(section -> section.is(role)).toList();
  }

  Compilation compile(Role role) {
    return TestCompiler.compile(
        Stream.of(Role.WITH, role)
            .flatMap(r -> sources(r).stream())
            .map(Section::source)
            .toArray(JavaFileObject[]::new));
  }

  /** What the compiler is to say of the wrong sources, as {@link TestCompiler#errors} writes it. */
  List<String> errors() {
    return sections.stream()
        .filter(section -> section.heading().equals(ERRORS))
        .flatMap(section -> section.text().lines())
        .toList();
  }

  /** The same case with what the compiler says now. */
  DiagnosticCase withErrors(List<String> errors) {
    Section now = new Section(ERRORS, String.join("\n", errors).strip() + "\n");
    return new DiagnosticCase(
        file,
        title,
        why,
        sections.stream().map(s -> s.heading().equals(ERRORS) ? now : s).toList());
  }

  /** The text of the file. */
  String text() {
    return sections.stream()
        .map(section -> MARK + section.heading() + "\n" + section.text())
        .collect(joining("", title + "\n\n" + why + "\n", ""));
  }

  @Override
  public String toString() {
    return String.valueOf(file.getFileName());
  }
}

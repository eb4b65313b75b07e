package io.jobhandler.processor;

import static java.util.stream.Collectors.joining;

import io.jobhandler.processor.DiagnosticCase.Role;
import io.jobhandler.processor.DiagnosticCase.Section;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The page for whoever has a message of the compiler before them.
 *
 * @param cases what it tells, in its order
 */
record DiagnosticsPage(List<DiagnosticCase> cases) {
  private static final String HEADER =
      """
      <!-- Generated from the cases in annotation-processor/src/test/resources/diagnostics, whose README says how. Edit those. -->

      # What the compiler says

      Every message of the annotation processor begins with a code. Here is what provokes it, why, and how it is done right.
      Each wrong source below is compiled when the project is built and has exactly these errors; each right one has none.
      `//` and a code mark the line that the message names.

      | code | what is wrong |
      | --- | --- |
      """;

  String text() {
    return HEADER
        + cases.stream().map(DiagnosticsPage::row).collect(joining())
        + cases.stream().map(DiagnosticsPage::chapter).collect(joining());
  }

  private static String row(DiagnosticCase told) {
    return "| %s | [%s](#%s) |\n".formatted(told.code(), told.title(), anchor(heading(told)));
  }

  private static String heading(DiagnosticCase told) {
    return told.code() + ": " + told.title();
  }

  /** What a heading can be linked by, as the usual renderers of Markdown make it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private static String chapter(DiagnosticCase told) {
    String start = "\n## %s\n\n%s\n".formatted(heading(told), told.why());
    if (!told.isProvoked()) {
      return start;
    }
    return start
        + sources("With", Role.WITH, told)
        + sources("Wrong", Role.WRONG, told)
        + fenced("text", String.join("\n", told.errors()) + "\n")
        + sources("Right", Role.RIGHT, told);
  }

  private static String sources(String title, Role role, DiagnosticCase told) {
    return told.sources(role).stream()
        .map(
            source ->
                "\n%s, `%s`:\n%s"
                    .formatted(title, source.path(), fenced("java", marked(source, role, told))))
        .collect(joining());
  }

  private static String fenced(String language, String text) {
    return "\n```%s\n%s```\n".formatted(language, text);
  }

  /** The source with the codes of its errors at the ends of their lines. */
  private static String marked(Section source, Role role, DiagnosticCase told) {
    if (role == Role.RIGHT) {
      return source.text();
    }
    List<String> lines = source.text().lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> lines.get(i) + mark(source, i + 1, told) + "\n")
        .collect(joining());
  }

  private static String mark(Section source, int line, DiagnosticCase told) {
    String place = source.fileName() + ":" + line + " [";
    String codes =
        told.errors().stream()
            .filter(error -> error.startsWith(place))
            .map(error -> error.substring(place.length(), error.indexOf(']')))
            .distinct()
            .collect(joining(", "));
    return codes.isEmpty() ? "" : " // " + codes;
  }
}

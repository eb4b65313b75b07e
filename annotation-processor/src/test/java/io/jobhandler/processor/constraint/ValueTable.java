package io.jobhandler.processor.constraint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Declarations of properties with values for them, and handlers whose documents have one each.
 *
 * @param rows a declaration and its JSON values each
 */
record ValueTable(List<List<String>> rows) {
  private static final Path FILE = Path.of("src", "test", "resources", "constraints", "values.txt");
  private static final Pattern CONSTRAINT = Pattern.compile("@(?!Valid)(\\w+)(?:\\(([^()]*)\\))?");

  private static final String HANDLERS =
      """
      package test;

      import io.jobhandler.JobHandler;
      import jakarta.validation.Valid;
      import jakarta.validation.constraints.*;
      import java.math.*;
      import java.util.*;

      final class Handlers {
        record Part(@Positive(message = "Positive") int size, @NotBlank(message = "NotBlank") String name) {}

        record Box<T>(@Valid @NotNull(message = "NotNull") T value) {}

        record Tree(@PositiveOrZero(message = "PositiveOrZero") int depth, List<@Valid Tree> next) {}

        static class Bean {
          @NotBlank(message = "NotBlank") private String name;
          private List<@NotBlank(message = "NotBlank") String> tags;
          private int count;
          public String getName() { return name; }
          public void setName(String name) { this.name = name; }
          public List<String> getTags() { return tags; }
          public void setTags(List<String> tags) { this.tags = tags; }
          @Positive(message = "Positive") public int getCount() { return count; }
          public void setCount(int count) { this.count = count; }
        }

      %s}
      """;

  static ValueTable read() throws IOException {
    return new ValueTable(
        Files.readAllLines(FILE).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(line -> Arrays.asList(line.split(" \\| ")))
            .toList());
  }

  String handlers() {
    return HANDLERS.formatted(
        IntStream.range(0, rows.size()).mapToObj(this::handler).collect(Collectors.joining()));
  }

  private String handler(int index) {
    return """
      record Doc%1$d(%2$s value) {}

      @JobHandler(operation = "%1$d")
      void handle%1$d(Doc%1$d document) {}

    """
        .formatted(index, named(rows.get(index).get(0)));
  }

  /** The declaration with the name of each constraint as its message. */
  private static String named(String declaration) {
    return CONSTRAINT
        .matcher(declaration)
        .replaceAll(found -> Matcher.quoteReplacement(named(found.group(1), found.group(2))));
  }

  private static String named(String constraint, String arguments) {
    String others = arguments == null ? "" : ", " + arguments;
    if (!others.isEmpty() && !arguments.matches("\\w+ = .*")) {
      others = ", " + (constraint.equals("Pattern") ? "regexp" : "value") + " = " + arguments;
    }
    return "@%s(message = \"%s\"%s)"
        .formatted(
            constraint, constraint, others.replace("9223372036854775807", "9223372036854775807L"));
  }
}

package io.jobhandler.starter.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What docs/starter.md says. */
public final class Documentation {
  private static final Path PAGE = Path.of("../docs/starter.md");

  private Documentation() {}

  public static String text() throws IOException {
    return Files.readString(PAGE);
  }

  /** The rows of a table by the first cell of its head; cells without blanks and backquotes. */
  public static List<List<String>> table(String head) throws IOException {
    return text()
        .lines()
        .dropWhile(line -> !line.startsWith("| " + head + " |"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(Documentation::cells)
        .toList();
  }

  private static List<String> cells(String row) {
    List<String> cells =
        Arrays.stream(row.split(Pattern.quote("|"), -1))
            .map(cell -> cell.replace("`", "").strip())
            .toList();
    return cells.subList(1, cells.size() - 1); // a row begins and ends with a bar
  }
}

package io.jobhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tables in docs/reliability.md name tests that are there, and these name the edge cases. */
class ReliabilityPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

  private static final List<Path> TESTS =
      List.of(
          Path.of("src/test/java"),
          Path.of("../annotation-processor/src/test/java"),
          Path.of("../starter/src/test/java"),
          Path.of("../examples/src/test/java"),
          Path.of("../benchmarks/src/test/java"));

  /** The sources of the tests, by class; several where classes of two packages have one name. */
  private final Map<String, List<String>> sources;

  private final Map<Integer, String> promises;
  private final Map<Integer, String> edgeCases;

  ReliabilityPageTest() {
    sources =
        TESTS.stream()
            .flatMap(ReliabilityPageTest::testClasses)
            .collect(
                Collectors.groupingBy(
                    ReliabilityPageTest::className,
                    Collectors.mapping(ReliabilityPageTest::read, Collectors.toList())));
    String page = read(Path.of("../docs/reliability.md"));
    promises = rows(page, "Promises");
    edgeCases = rows(page, "Edge cases");
  }

  /** The last column of a section's table, by the number in the first. */
  private static Map<Integer, String> rows(String page, String section) {
    int begin = page.indexOf("\n## " + section + "\n");
    int end = page.indexOf("\n## ", begin + 1);
    return ROW.matcher(end < 0 ? page.substring(begin) : page.substring(begin, end))
        .results()
        .collect(Collectors.toMap(row -> Integer.valueOf(row.group(1)), row -> row.group(2)));
  }

  private static Stream<Path> testClasses(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
    } catch (IOException e) {
      throw new AssertionError(folder + " cannot be read", e);
    }
  }

  private static String className(Path file) {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  @Test
  void theTablesAreComplete() {
    assertThat(promises).containsOnlyKeys(IntStream.rangeClosed(1, 10).boxed().toList());
    assertThat(edgeCases).containsOnlyKeys(IntStream.rangeClosed(1, 31).boxed().toList());
  }

  @Test
  void theTestsOfThePromisesAreThere() {
    for (String tests : promises.values()) {
      List<MatchResult> named = TEST.matcher(tests).results().toList();
      assertThat(named).as(tests).isNotEmpty();
      for (MatchResult test : named) {
        List<String> found = sources.getOrDefault(test.group(1), List.of());
        assertThat(found).as(test.group(1)).isNotEmpty();
        assertThat(found).as(test.group()).allMatch(source -> hasTest(source, test.group(2)));
      }
    }
  }

  private static boolean hasTest(String source, @Nullable String method) {
    return method == null || Pattern.compile(declarationOf(method)).matcher(source).find();
  }

  @TestFactory
  Stream<DynamicTest> theTestsAreThereAndOneOfThemNamesTheCase() {
    return edgeCases.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    "Edge case " + row.getKey(), () -> check(row.getKey(), row.getValue())));
  }

  private void check(int number, String tests) {
    List<MatchResult> named = TEST.matcher(tests).results().toList();
    assertThat(named).isNotEmpty();
    Map<String, String> texts =
        named.stream()
            .map(test -> test.group(1))
            .distinct()
            .collect(Collectors.toMap(Function.identity(), this::source));
    for (MatchResult test : named) {
      assertThat(texts.get(test.group(1))).matches(source -> hasTest(source, test.group(2)));
    }
    assertThat(String.join("\n", texts.values())).contains("\"Edge case %d: ".formatted(number));
  }

  /** The annotation and the method, with no other method between them. */
  private static String declarationOf(String method) {
    return "(?s)@(Parameterized)?Test\\b(?:(?!\\bvoid\\b).)*\\bvoid " + method + "\\(";
  }

  private String source(String testClass) {
    assertThat(sources.getOrDefault(testClass, List.of())).as(testClass).hasSize(1);
    return Objects.requireNonNull(sources.get(testClass)).get(0);
  }
}

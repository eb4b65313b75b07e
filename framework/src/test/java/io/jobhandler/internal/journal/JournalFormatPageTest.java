package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobhandler.JobResult;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/reliability.md says of the journal's format is so. */
class JournalFormatPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final JournalEntry EXAMPLE =
      Entries.BEGUN
          .in(
              9,
              new JournalState.Restarting(
                  JobResult.Restart.Kind.REBOOT, "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "3f0e", 1))
          .withCheckpoint("{\"slot\":\"b\"}")
          .withStep("flash", "\"sha256:9f86d081\"");

  private static String section() throws IOException {
    return Files.readString(Path.of("../docs/reliability.md"))
        .split("\n## The journal on disk\n", 2)[1];
  }

  /** The rows of a table by the first cell of its head. */
  private static List<List<String>> table(String head) throws IOException {
    return section()
        .lines()
        .dropWhile(line -> !line.startsWith("| " + head + " |"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(row -> Arrays.stream(row.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }

  private static List<String> quoted(String cell) {
    Matcher names = Pattern.compile("`([^`]+)`").matcher(cell);
    return names.results().map(result -> result.group(1)).toList();
  }

  @Test
  void theExampleIsAnEntry() throws IOException {
    String shown = section().split("```json\n", 2)[1].split("\n```", 2)[0];
    JsonNode example = JSON.readTree(shown);
    String file = new String(JournalJson.write(EXAMPLE), US_ASCII);

    assertThat(shown).isEqualTo(JSON.readTree(file).toPrettyString().replace("\" :", "\":"));
    assertThat(example.toString()).isEqualTo(file);
    assertThat(JournalJson.read(example.toString().getBytes(US_ASCII))).isEqualTo(EXAMPLE);
  }

  @Test
  void listsEveryPropertyInOrder() throws IOException {
    List<String> expected = new ArrayList<>(List.of("formatVersion", "crc32"));
    components(JournalEntry.class).map("entry."::concat).forEach(expected::add);

    assertThat(table("property")).extracting(row -> quoted(row.get(0)).get(0)).isEqualTo(expected);
  }

  private static Stream<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
  }

  @Test
  void listsEveryStateWithItsProperties() throws IOException {
    Map<String, List<String>> expected = new TreeMap<>();
    for (JournalState state : Entries.STATES) {
      JsonNode json = JSON.readTree(JournalJson.write(Entries.BEGUN.in(8, state)));
      expected.put(json.at("/entry/state/name").textValue(), components(state.getClass()).toList());
    }
    Map<String, List<String>> listed = new TreeMap<>();
    for (List<String> row : table("state")) {
      listed.put(
          quoted(row.get(0)).get(0),
          quoted(row.get(1)).stream()
              .filter(name -> Character.isLowerCase(name.charAt(0)))
              .toList());
    }

    assertThat(expected).hasSize(JournalState.class.getPermittedSubclasses().length);
    assertThat(listed).isEqualTo(expected);
  }

  @Test
  void namesTheVersionThatIsWritten() throws IOException {
    List<List<String>> written =
        table("version").stream().filter(row -> row.get(2).equals("yes")).toList();

    assertThat(JSON.readTree(JournalJson.write(EXAMPLE)).path("formatVersion").asText())
        .isEqualTo(written.get(0).get(0));
    assertThat(written).hasSize(1);
  }
}

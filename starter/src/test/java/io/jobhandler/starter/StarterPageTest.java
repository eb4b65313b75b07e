package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.starter.testkit.Documentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/starter.md says of the app is so. */
class StarterPageTest {
  @Test
  void listsTheExitCodes() throws IOException {
    assertThat(Documentation.table("exit code").stream().map(row -> row.subList(0, 2)))
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values())
                .map(code -> List.of(String.valueOf(code.code()), code.name()))
                .toList());
  }

  @Test
  void showsAnAppThatIsCompiled() throws IOException {
    String shown = Documentation.text().split("```\npublic", 2)[1].split("```", 2)[0];
    String body = shown.substring(shown.indexOf("public static void main"));
    String app =
        Files.readString(Path.of("src/test/java/io/jobhandler/starter/samples/pump/PumpApp.java"));
    assertThat(oneLine(app)).endsWith(oneLine(body));
  }

  private static String oneLine(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}

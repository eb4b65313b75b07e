package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compileCleanly;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Compares what is generated with the files under {@code golden}. {@code -Dgolden.refresh=true}
 * writes them anew.
 */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final List<String> HANDLERS =
      List.of(
          "Backups.java",
          "CameraSetup.java",
          "Cameras.java",
          "ConfigHandlers.java",
          "ConfigUpdate.java",
          "Device.java",
          "Firmware.java",
          "Gateway.java",
          "Inventory.java",
          "Irrigation.java",
          "Rollout.java");

  @Test
  void generatedFilesAreTheGoldenOnes() throws IOException {
    Map<String, String> generated = generate(HANDLERS);
    if (Boolean.getBoolean("golden.refresh")) {
      refresh(generated);
    }

    assertThat(generated).containsExactlyEntriesOf(golden());
  }

  @Test
  void anotherOrderOfSourcesMakesNoDifference() throws IOException {
    List<String> reversed = HANDLERS.stream().sorted((a, b) -> b.compareTo(a)).toList();

    assertThat(generate(reversed)).isEqualTo(generate(HANDLERS));
  }

  private static Map<String, String> generate(List<String> names) throws IOException {
    Compilation compilation =
        compileCleanly(
            names.stream()
                .map(name -> JavaFileObjects.forResource("handlers/com/example/" + name))
                .toArray(JavaFileObject[]::new));
    Map<String, String> contents = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        String path = file.getName().replaceFirst("^/?(SOURCE|CLASS)_OUTPUT/", "");
        contents.put(path, new String(file.openInputStream().readAllBytes(), UTF_8));
      }
    }
    return contents;
  }

  private static Map<String, String> golden() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = GOLDEN.relativize(file).toString().replace('\\', '/');
        contents.put(path, Files.readString(file));
      }
    }
    return contents;
  }

  private static void refresh(Map<String, String> generated) throws IOException {
    for (Map.Entry<String, String> entry : generated.entrySet()) {
      Path file = GOLDEN.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
  }
}

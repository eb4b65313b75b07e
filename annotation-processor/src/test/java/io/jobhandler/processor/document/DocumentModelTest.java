package io.jobhandler.processor.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the model of each type {@code Doc} under {@code documents} with what the agent takes and
 * refuses.
 */
class DocumentModelTest {
  private static final Path DOCUMENTS = Path.of("src", "test", "resources", "documents");

  @TempDir Path classes;

  private static Stream<String> sources() throws IOException {
    return Stream.concat(both(), list("of-sources"));
  }

  private static Stream<String> both() throws IOException {
    return list("");
  }

  private static Stream<String> list(String directory) throws IOException {
    try (Stream<Path> files = Files.list(DOCUMENTS.resolve(directory))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> DOCUMENTS.relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void modelOfASource(String file) throws IOException, ClassNotFoundException {
    String source = Files.readString(DOCUMENTS.resolve(file));

    Class<?> type = CompiledTypes.of(classes, source).load("Doc");

    compare(CompiledTypes.modelFromSource("Doc", source), type);
  }

  @ParameterizedTest
  @MethodSource("both") // Java 17's compiler sees no annotations of types in class files
  void modelOfAClassFile(String file) throws IOException, ClassNotFoundException {
    CompiledTypes types = CompiledTypes.of(classes, Files.readString(DOCUMENTS.resolve(file)));

    compare(types.modelFromClassFile("Doc"), types.load("Doc"));
  }

  private static void compare(DocumentModel model, Class<?> type) {
    assertThat(model.faults()).isEmpty();
    assertThat(new Comparison(model, type).differences()).isEmpty();
  }
}

package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.jobhandler.jobs.JobDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Puts each text of the JSON test suite into a document as a value. */
class JsonTestSuiteTest {
  private static final String SUITE = "shared/data/jsontestsuite/test_parsing";

  /** Valid JSON of which we want less: a duplicate key has two readings. */
  private static final Set<String> STRICTER =
      Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  /** Not valid alone, but valid in the place of a value. */
  private static final Set<String> VALID_INSIDE = Set.of();

  @TestFactory
  Stream<DynamicTest> decidesAsTheSuiteSays() throws IOException {
    Path suite = find();
    assumeTrue(suite != null, "the JSON test suite is not here: " + SUITE);
    try (Stream<Path> files = Files.list(suite)) {
      List<Path> texts = files.filter(file -> name(file).endsWith(".json")).sorted().toList();
      assertThat(texts).hasSizeGreaterThan(300);
      return texts.stream().map(file -> dynamicTest(name(file), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    JobDocument document = embed(Files.readAllBytes(file));
    Throwable fault = catchThrowable(() -> Decoding.decode(null, document));
    String name = name(file);
    if (name.startsWith("i_")) {
      assertThat(fault == null || fault instanceof DocumentFaultException).isTrue();
    } else if (isAccepted(name)) {
      assertThat(fault).isNull();
    } else {
      assertThat(fault).isInstanceOf(DocumentFaultException.class);
    }
  }

  private static boolean isAccepted(String name) {
    return (name.startsWith("y_") && !STRICTER.contains(name)) || VALID_INSIDE.contains(name);
  }

  private static JobDocument embed(byte[] value) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.write("{\"operation\":\"x\",\"v\":".getBytes(StandardCharsets.UTF_8));
    json.write(value);
    json.write('}');
    return JobDocument.copyOf(json.toByteArray(), 0, json.size());
  }

  private static @Nullable Path find() {
    Path place = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (place != null && !Files.isDirectory(place.resolve(SUITE))) {
      place = place.getParent();
    }
    return place == null ? null : place.resolve(SUITE);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

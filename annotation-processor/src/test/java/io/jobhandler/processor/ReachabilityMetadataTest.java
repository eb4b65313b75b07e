package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachabilityMetadataTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private static final String HANDLERS =
      """
      package test; import io.jobhandler.*; import java.util.*;
      class Handlers {
        enum Mode { A }
        record Part(Mode mode) {}
        static class Base { public List<Map<Mode, Part>> parts; }
        static class Document extends Base { public String name; }
        record Slot(java.net.URI link) {}
        record Done(int count) {}
        @JobHandler(operation = "a") Done handle(Document document) { return new Done(1); }
        @AfterRestart(operation = "a") void goOn(Slot slot) {}
      }
      """;

  @TempDir private Path directory;
  private String metadata;

  @BeforeEach
  void compile() throws IOException {
    DiskCompiler compiler = new DiskCompiler(directory);
    assertThat(compiler.compile(DiskCompiler.source("test.Handlers", HANDLERS))).isEmpty();
    metadata =
        Files.readString(
            compiler
                .classes()
                .resolve(
                    "META-INF/native-image/io.jobhandler/handlers/test.Handlers/"
                        + "reachability-metadata.json"));
  }

  @Test
  void namesAllThatIsReachedByReflection() {
    assertThat(metadata.lines().filter(line -> line.contains("\"type\"")).map(String::strip))
        .containsExactly(
            "\"type\": \"test.Handlers_JobDispatcher\",",
            "\"type\": \"test.Handlers$Base\",",
            "\"type\": \"test.Handlers$Document\",",
            "\"type\": \"test.Handlers$Done\",",
            "\"type\": \"test.Handlers$Mode\",",
            "\"type\": \"test.Handlers$Part\",",
            "\"type\": \"test.Handlers$Slot\",");
    assertThat(metadata).contains("\"glob\": \"META-INF/jobhandler/dispatchers\"");
  }

  /** The schema is the part of GraalVM's, version 1.2.0, that says what is written here. */
  @Test
  void hasTheFormOfGraalVm() throws IOException {
    String schema = Files.readString(RESOURCES.resolve("reachability-metadata-schema.json"));

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, InputFormat.JSON)
                .validate(metadata, InputFormat.JSON))
        .isEmpty();
  }
}

package io.jobhandler.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.jobhandler.localjobs.ArtifactVersion;
import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that are written for the operations of the example go with the documents of the demo.
 */
class OperationSchemasTest {
  /** Not by the class path: the tests have handlers, and so such files, of their own. */
  private static final Path WRITTEN = Path.of("target", "classes", "META-INF", "jobhandler");

  private static final String FIRMWARE_UPDATE = "firmware_update";
  private static final String CONFIG_UPDATE = "config_update";

  private static LocalJobs service;

  @TempDir private static Path folder;
  private static DemoFirmware firmware;
  private static ArtifactVersion image;

  @BeforeAll
  static void publish() throws IOException {
    service = LocalJobs.builder().start();
    firmware = new DemoFirmware(service, folder);
    image = firmware.publish("image", firmware.buildBroken(2));
  }

  @AfterAll
  static void stopService() {
    service.close();
  }

  @Test
  void schemaAcceptsWhatTheDemoSends() throws IOException {
    String document = firmware.signedUpdate(2, image);

    assertThat(faults(FIRMWARE_UPDATE, delivered(document))).isEmpty();
    assertThat(faults(CONFIG_UPDATE, DemoJobs.configUpdate(2, "readings", 2))).isEmpty();
  }

  @Test
  void schemaRefusesWhatTheDemoSendsToBeRefused() throws IOException {
    String document = firmware.unsignedUpdate(2, image);

    assertThat(faults(FIRMWARE_UPDATE, delivered(document))).isNotEmpty();
    assertThat(
            faults(
                CONFIG_UPDATE,
                "{\"operation\":\"config_update\",\"config\":{\"version\":\"three\"}}"))
        .isNotEmpty();
  }

  @Test
  void catalogueTellsOfTheOperations() throws IOException {
    assertThat(file("operations.md"))
        .contains("## `backup`", "## `config_update`", "## `firmware_update`")
        .contains("raised with every change, 1 or more");
  }

  /** As the service delivers it, with a URL in the place of the placeholder. */
  private static String delivered(String document) {
    return document.replace(image.placeholder(), "https://s3.eu-west-1.amazonaws.com/a/b?c=d");
  }

  private static Set<ValidationMessage> faults(String operation, String document)
      throws IOException {
    String schema = file("operations/" + operation + ".schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema, InputFormat.JSON)
        .validate(document, InputFormat.JSON);
  }

  private static String file(String name) throws IOException {
    return Files.readString(WRITTEN.resolve(name));
  }
}

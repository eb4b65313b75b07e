package io.jobhandler.examples.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobRejectedException;
import io.jobhandler.JobResult;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.testing.TestSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmwareUpdateHandlerTest {
  @TempDir Path folder;
  private FolderBootControl boot;
  private FirmwareUpdateHandler handler;
  private final List<String> steps = new ArrayList<>();
  private final TestSigner signer = TestSigner.create();

  @BeforeEach
  void makeHandler() throws IOException {
    boot = new FolderBootControl(folder);
    handler = new FirmwareUpdateHandler(boot, InstalledVersion.ofActiveSlot(boot));
  }

  private static byte[] image(int version) {
    byte[] body = new byte[100_000];
    new Random(version).nextBytes(body);
    ByteArrayOutputStream image = new ByteArrayOutputStream();
    image.writeBytes(FirmwareImage.header(version));
    image.writeBytes(body);
    return image.toByteArray();
  }

  private JobResult install(int version, byte[] content) throws IOException {
    VerifiedPayload image = signer.verified("image", content);
    return handler.install(new FirmwareUpdate(version), image, new Steps());
  }

  @Test
  void writesTheInactiveSlotAndActivatesIt() throws IOException {
    assertThat(install(2, image(2)))
        .isEqualTo(JobResult.succeeded(Map.of("version", "2", "slot", "b")));
    assertThat(boot.activeSlot()).isEqualTo("b");
    assertThat(boot.image("b")).hasBinaryContent(image(2));
    assertThat(steps).containsExactly("write", "activate");
  }

  @Test
  void takesTheOtherSlotForTheNextUpdate() throws IOException {
    install(2, image(2));
    install(3, image(3));

    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.image("a")).hasBinaryContent(image(3));
  }

  @Test
  void rejectsAVersionThatIsNotNewer() throws IOException {
    install(2, image(2));

    assertThatThrownBy(() -> install(2, image(2)))
        .isInstanceOf(JobRejectedException.class)
        .hasMessageContaining("version 2 is not newer than 2");
    assertThat(boot.activeSlot()).isEqualTo("b");
  }

  @Test
  void failsWhereTheImageHasAnotherVersionThanTheDocument() throws IOException {
    assertThatThrownBy(() -> install(3, image(2)))
        .isInstanceOf(IOException.class)
        .hasMessage("the image has version 2, and the document says 3");
    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.image("b")).doesNotExist();
  }

  @Test
  void refusesDocumentsWithoutAVersion() {
    assertThatThrownBy(() -> new FirmwareUpdate(0)).hasMessageContaining("expected 1 or more");
  }

  /** Notes each step once. */
  private final class Steps implements ProgressReporter {
    @Override
    public void report(int percent) {
      report(percent, "");
    }

    @Override
    public void report(int percent, String step) {
      if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
        steps.add(step);
      }
    }
  }
}

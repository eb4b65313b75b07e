package io.jobhandler.examples.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBootLoaderTest {
  @TempDir Path folder;
  private FolderBootControl boot;
  private FolderBootLoader loader;

  @BeforeEach
  void makeDevice() throws IOException {
    boot = new FolderBootControl(folder.resolve("slots"));
    loader = new FolderBootLoader(folder.resolve("slots"), folder.resolve("boot_id"));
  }

  private void activate(byte[] image) throws IOException {
    boot.write(new ByteArrayInputStream(image));
    boot.activate();
  }

  @Test
  void everyBootHasAnotherId() throws IOException {
    loader.boot();
    String first = Files.readString(folder.resolve("boot_id"));
    loader.boot();

    assertThat(first).isNotEmpty();
    assertThat(Files.readString(folder.resolve("boot_id"))).isNotEqualTo(first);
  }

  @Test
  void startsWhatItHasWhereNothingWasActivated() throws IOException {
    boot.write(new ByteArrayInputStream(FirmwareImage.header(2)));

    assertThat(loader.boot()).isEqualTo("a");
  }

  @Test
  void startsWhatWasActivatedOnTrial() throws IOException {
    activate(FirmwareImage.header(2));

    assertThat(loader.boot()).isEqualTo("b");
    assertThat(boot.activeSlot()).isEqualTo("b");
    assertThat(boot.isOnTrial()).isTrue();
    assertThat(boot.nextSlot()).isEqualTo("a");
  }

  @Test
  void goesBackWhereItWasNotConfirmed() throws IOException {
    activate(FirmwareImage.header(2));
    loader.boot();

    assertThat(loader.boot()).isEqualTo("a");
    assertThat(boot.isOnTrial()).isFalse();
  }

  @Test
  void keepsWhatWasConfirmed() throws IOException {
    activate(FirmwareImage.header(2));
    loader.boot();
    boot.confirm();
    boot.confirm();
    boot.rollBack();

    assertThat(boot.isOnTrial()).isFalse();
    assertThat(loader.boot()).isEqualTo("b");
    activate(FirmwareImage.header(3));
    assertThat(loader.boot()).isEqualTo("a");
  }

  @Test
  void goesBackWhereItDoesNotStart() throws IOException {
    activate(FirmwareImage.brokenHeader(2));

    assertThat(loader.boot()).isEqualTo("a");
    assertThat(boot.isOnTrial()).isFalse();
  }

  @Test
  void goesBackWhereItIsNoImage() throws IOException {
    activate(new byte[] {1, 2, 3});

    assertThat(loader.boot()).isEqualTo("a");
  }

  @Test
  void goesBackAfterARollBackOfWhatRuns() throws IOException {
    activate(FirmwareImage.header(2));
    loader.boot();
    boot.rollBack();

    assertThat(boot.activeSlot()).isEqualTo("b");
    assertThat(boot.nextSlot()).isEqualTo("a");
    assertThatThrownBy(boot::confirm)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("slot b runs, and it is not on trial");
    assertThat(loader.boot()).isEqualTo("a");
  }

  @Test
  void whatIsOnTrialActivatesNothing() throws IOException {
    activate(FirmwareImage.header(2));
    loader.boot();
    Files.write(boot.image("a"), FirmwareImage.header(3));

    assertThatThrownBy(boot::activate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("slot b runs and is not confirmed");
    assertThatThrownBy(() -> boot.write(new ByteArrayInputStream(FirmwareImage.header(3))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("slot a is the one that the device starts from next");
  }
}

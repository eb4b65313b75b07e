package io.jobhandler.examples.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBootControlTest {
  private static final byte[] IMAGE = {1, 2, 3};

  @TempDir Path folder;
  private FolderBootControl boot;

  @BeforeEach
  void open() throws IOException {
    boot = new FolderBootControl(folder.resolve("slots"));
  }

  private void write() throws IOException {
    boot.write(new ByteArrayInputStream(IMAGE));
  }

  @Test
  void writesTheInactiveSlotAndLeavesTheActiveOneAlone() throws IOException {
    write();

    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.image("b")).hasBinaryContent(IMAGE);
    assertThat(boot.image("a")).doesNotExist();
  }

  @Test
  void startsFromTheWrittenSlotOnTrialOnceItIsActivated() throws IOException {
    write();
    boot.activate();

    assertThat(boot.activeSlot()).isEqualTo("b");
    assertThat(boot.inactiveSlot()).isEqualTo("a");
    assertThat(boot.isOnTrial()).isTrue();
  }

  @Test
  void keepsWhatWasConfirmed() throws IOException {
    write();
    boot.activate();
    boot.confirm();
    boot.rollBack();

    assertThat(boot.activeSlot()).isEqualTo("b");
    assertThat(boot.isOnTrial()).isFalse();
  }

  @Test
  void goesBackToTheSlotBeforeWhileOnTrial() throws IOException {
    write();
    boot.activate();
    boot.rollBack();

    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.isOnTrial()).isFalse();
  }

  @Test
  void remembersAfterARestart() throws IOException {
    write();
    boot.activate();

    FolderBootControl restarted = new FolderBootControl(folder.resolve("slots"));
    assertThat(restarted.activeSlot()).isEqualTo("b");
    assertThat(restarted.isOnTrial()).isTrue();
  }

  @Test
  void activatesNoEmptySlot() throws IOException {
    assertThatThrownBy(boot::activate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("slot b holds no image");
    assertThat(boot.activeSlot()).isEqualTo("a");
  }

  @Test
  void hasNoImageAfterAWriteThatFailed() throws IOException {
    write();

    assertThatThrownBy(() -> boot.write(new BrokenStream())).hasMessage("the link broke");
    assertThatThrownBy(boot::activate).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhatIsWrongWithItsFile() throws IOException {
    Files.writeString(folder.resolve("slots/boot"), "c maybe");

    assertThatThrownBy(boot::activeSlot)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("says 'c maybe', expected for instance 'a trial'");
  }

  /** Fails after the first piece. */
  private static final class BrokenStream extends FilterInputStream {
    private boolean begun;

    BrokenStream() {
      super(new ByteArrayInputStream(IMAGE));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (begun) {
        throw new IOException("the link broke");
      }
      begun = true;
      return super.read(buffer, offset, 1);
    }
  }
}

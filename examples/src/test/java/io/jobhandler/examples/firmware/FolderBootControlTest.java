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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void startsFromTheWrittenSlotNextOnceItIsActivated() throws IOException {
    write();
    boot.activate();

    assertThat(boot.activeSlot()).isEqualTo("a");
    assertThat(boot.inactiveSlot()).isEqualTo("b");
    assertThat(boot.nextSlot()).isEqualTo("b");
    assertThat(boot.isOnTrial()).isTrue();
  }

  @Test
  void anActivationThatIsTakenBackLeavesEverythingAsItWas() throws IOException {
    write();
    boot.activate();
    boot.rollBack();

    assertThat(boot.nextSlot()).isEqualTo("a");
    assertThat(boot.isOnTrial()).isFalse();
    boot.confirm();
    assertThat(boot.nextSlot()).isEqualTo("a");
  }

  @Test
  void remembersAfterARestart() throws IOException {
    write();
    boot.activate();

    FolderBootControl restarted = new FolderBootControl(folder.resolve("slots"));
    assertThat(restarted.nextSlot()).isEqualTo("b");
    assertThat(restarted.isOnTrial()).isTrue();
  }

  @Test
  void doesNotWriteWhatIsStartedNext() throws IOException {
    write();
    boot.activate();

    assertThatThrownBy(this::write)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("slot b is the one that the device starts from next");
    assertThat(boot.image("b")).hasBinaryContent(IMAGE);
  }

  @Test
  void confirmsNothingThatDoesNotRun() throws IOException {
    write();
    boot.activate();

    assertThatThrownBy(boot::confirm)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("slot a runs, and it is not on trial");
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

  @ParameterizedTest
  @ValueSource(strings = {"a a", "c a -", "a c -", "a a c", "a a b b"})
  void saysWhatIsWrongWithItsFile(String line) throws IOException {
    Files.writeString(folder.resolve("slots/boot"), line + "\n");

    assertThatThrownBy(boot::activeSlot)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("says '" + line + "', expected for instance 'a a b'");
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

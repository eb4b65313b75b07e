package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.fixture.MemoryPayload;
import io.jobhandler.internal.fixture.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedPayloadTest {
  private static final SigningKey KEY = SigningKey.p256();
  private static final byte[] CONTENT = "firmware 1.2.3".getBytes(StandardCharsets.UTF_8);
  private static final String CHANGED =
      "the stored bytes of 'image' are not those that were verified";

  @TempDir Path folder;
  private final MemoryPayload stored = new MemoryPayload();
  private VerifiedPayload payload;

  @BeforeEach
  void verify() throws Exception {
    payload = Verifying.finish(Verifying.prepare(KEY, CONTENT), stored, CONTENT);
  }

  private static byte[] changed() {
    byte[] bytes = CONTENT.clone();
    bytes[0] ^= 1;
    return bytes;
  }

  @Test
  void saysWhatItIs() {
    String sha256 = "e0d534b2fe10429468fd6bb9d66fb7bb2dfb5e34d44ed667021eb7bb9163ae2c";

    assertThat(payload.name()).isEqualTo("image");
    assertThat(payload.size()).isEqualTo(CONTENT.length);
    assertThat(payload.anchor()).isEqualTo("default");
    assertThat(payload.path()).isEmpty();
    assertThat(payload.sha256()).isEqualTo(sha256);
    assertThat(payload)
        .hasToString("VerifiedPayload[image, 14 bytes, sha256 %s]".formatted(sha256));
  }

  @Test
  void givesItsBytesAsOftenAsWanted() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (InputStream in = payload.open()) {
        assertThat(in.available()).isEqualTo(CONTENT.length);
        assertThat(in.readAllBytes()).isEqualTo(CONTENT);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.available()).isZero();
      }
    }
    assertThat(stored.calls()).filteredOn("close input"::equals).hasSize(2);
  }

  @Test
  void givesItsBytesOneByOne() throws IOException {
    try (InputStream in = payload.open()) {
      for (byte expected : CONTENT) {
        assertThat(in.read()).isEqualTo(expected);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void givesNoLastByteOfOtherBytes() throws IOException {
    stored.overwrite(changed());

    try (InputStream in = payload.open()) {
      assertThat(in.readNBytes(CONTENT.length - 1)).hasSize(CONTENT.length - 1);
      assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage(CHANGED);
      assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage(CHANGED);
    }
  }

  @Test
  void comparesWhatIsSkippedToo() throws IOException {
    stored.overwrite(changed());

    try (InputStream in = payload.open()) {
      assertThatThrownBy(() -> in.skipNBytes(CONTENT.length))
          .isInstanceOf(IOException.class)
          .hasMessage(CHANGED);
    }
  }

  @Test
  void failsWhereBytesAreMissing() throws IOException {
    stored.overwrite(Arrays.copyOf(CONTENT, 5));

    try (InputStream in = payload.open()) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessage(CHANGED);
    }
  }

  @Test
  void givesNoMoreThanWasVerified() throws IOException {
    stored.overwrite(Arrays.copyOf(CONTENT, 100));

    try (InputStream in = payload.open()) {
      assertThat(in.available()).isEqualTo(CONTENT.length);
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
  }

  @Test
  void givesNothingOfAnEmptyPayload() throws Exception {
    VerifiedPayload empty =
        Verifying.finish(Verifying.prepare(KEY, new byte[0]), stored, new byte[0]);
    stored.overwrite(CONTENT);

    try (InputStream in = empty.open()) {
      assertThat(in.readAllBytes()).isEmpty();
    }
  }

  @Test
  void isCopiedToANewFile() throws IOException {
    Path target = folder.resolve("copy");

    payload.copyTo(target);

    assertThat(target).hasBinaryContent(CONTENT);
    assertThatThrownBy(() -> payload.copyTo(target)).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasBinaryContent(CONTENT);
  }

  @Test
  void leavesNoCopyOfOtherBytes() {
    Path target = folder.resolve("copy");
    stored.overwrite(changed());

    assertThatThrownBy(() -> payload.copyTo(target))
        .isInstanceOf(IOException.class)
        .hasMessage(CHANGED);
    assertThat(Files.exists(target)).isFalse();
  }
}

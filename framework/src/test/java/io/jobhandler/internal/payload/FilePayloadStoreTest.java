package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.payload.StoredPayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePayloadStoreTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path temporary;
  private Path folder;
  private FilePayloadStore store;

  @BeforeEach
  void open() {
    folder = temporary.resolve("state").resolve("payloads");
    store = new FilePayloadStore(folder);
  }

  private StoredPayload create() throws IOException {
    return store.create("job-1", 2, "image", 3);
  }

  private static void write(StoredPayload payload, byte[] content) throws IOException {
    try (OutputStream out = payload.sink()) {
      out.write(content);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path onlyFile() throws IOException {
    assertThat(files()).hasSize(1);
    return files().get(0);
  }

  @Test
  void givesAFileItsNameWhenItIsWhole() throws IOException {
    StoredPayload payload = create();
    write(payload, CONTENT);
    assertThat(onlyFile().getFileName().toString())
        .matches("job-1\\.2\\.[0-9a-f]{32}\\.payload\\.part");

    payload.commit();

    assertThat(onlyFile().getFileName().toString()).matches("job-1\\.2\\.[0-9a-f]{32}\\.payload");
    assertThat(payload.path()).contains(onlyFile());
    assertThat(onlyFile()).hasBinaryContent(CONTENT);
    try (InputStream in = payload.open()) {
      assertThat(in.readAllBytes()).isEqualTo(CONTENT);
    }
  }

  @Test
  void givesNothingBeforeItIsWhole() throws IOException {
    StoredPayload payload = create();
    write(payload, CONTENT);

    assertThatThrownBy(payload::open).isInstanceOf(IOException.class);
    assertThat(payload.path()).hasValueSatisfying(path -> assertThat(path).doesNotExist());
  }

  @Test
  void beginsAnew() throws IOException {
    StoredPayload payload = create();
    write(payload, new byte[100]);
    write(payload, CONTENT);
    payload.commit();

    assertThat(onlyFile()).hasBinaryContent(CONTENT);
  }

  @Test
  void discardsWhatIsAndWhatIsNotWhole() throws IOException {
    StoredPayload part = create();
    StoredPayload whole = create();
    write(whole, CONTENT);
    whole.commit();

    part.discard();
    whole.discard();
    whole.discard();

    assertThat(files()).isEmpty();
  }

  @Test
  void leavesWhatAHandlerHasMoved() throws IOException {
    StoredPayload payload = create();
    write(payload, CONTENT);
    payload.commit();
    Path moved = Files.move(payload.path().orElseThrow(), temporary.resolve("moved"));

    payload.discard();

    assertThat(moved).hasBinaryContent(CONTENT);
  }

  @Test
  void keepsPayloadsApart() throws IOException {
    StoredPayload first = create();
    StoredPayload second = create();
    write(first, CONTENT);
    write(second, new byte[1]);
    first.commit();
    second.commit();

    assertThat(files()).hasSize(2);
    assertThat(first.path().orElseThrow()).hasBinaryContent(CONTENT);
  }

  @Test
  void removesWhatAnEarlierProcessLeft() throws IOException {
    create();
    StoredPayload whole = create();
    write(whole, CONTENT);
    whole.commit();
    Path other = Files.createFile(folder.resolve("README"));
    Path similar = Files.createFile(folder.resolve("job-1.2.abc.payload"));

    assertThat(new FilePayloadStore(folder)).isNotNull();

    assertThat(files()).containsExactlyInAnyOrder(other, similar);
  }

  @Test
  void makesRoomForWhatFitsOnly() {
    assertThatThrownBy(() -> store.create("job-1", 1, "image", Long.MAX_VALUE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "%d bytes are needed in '%s', and ".formatted(Long.MAX_VALUE, folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/cron.d/x", "/etc/x", "..", "a\u0000b", "", "a b\n"})
  void usesNoNameOfTheDocuments(String payload) throws IOException {
    store.create("job-1", 1, payload, 3);

    assertThat(onlyFile().getFileName().toString())
        .matches("job-1\\.1\\.[0-9a-f]{32}\\.payload\\.part");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../job", "a/b", "", ".", "a.b"})
  void takesNoJobIdThatAwsWouldNotGive(String jobId) {
    assertThatThrownBy(() -> store.create(jobId, 1, "image", 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

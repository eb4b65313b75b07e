package io.jobhandler.localjobs.internal.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.localjobs.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left after a restart. */
class ArtifactStoreTest {
  private static final ArtifactKey KEY = new ArtifactKey("images", "a/=: \u00e4\n");

  @TempDir Path directory;
  private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-01-01T12:00:00.5Z"));

  private ArtifactStore open() {
    return new ArtifactStore(directory, clock);
  }

  private static StoredArtifact put(ArtifactStore store, String content) throws IOException {
    Path part = Files.write(store.newPart(), content.getBytes(UTF_8));
    StoredArtifact kept = store.keep(KEY, part);
    assertThat(part).doesNotExist();
    return kept;
  }

  @Test
  void keepsVersionsInOrder() throws IOException {
    StoredArtifact first = put(open(), "first");
    StoredArtifact second = put(open(), "second");
    StoredArtifact third = put(open(), "third");
    ArtifactStore store = open();
    assertThat(store.find(KEY, null)).isEqualTo(third);
    assertThat(store.find(KEY, first.version().versionId())).isEqualTo(first);
    assertThat(store.find(KEY, second.version().versionId()).file()).hasContent("second");
  }

  @Test
  void knowsNoOthers() throws IOException {
    ArtifactStore store = open();
    assertThatThrownBy(() -> store.find(KEY, null))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.error()).isEqualTo(S3Error.NO_SUCH_KEY));
    StoredArtifact stored = put(store, "first");
    ArtifactKey other = new ArtifactKey("images", "other");
    assertThatThrownBy(() -> store.find(other, stored.version().versionId()))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.error()).isEqualTo(S3Error.NO_SUCH_VERSION));
  }

  @Test
  void deletesLeftovers() throws IOException {
    StoredArtifact stored = put(open(), "first");
    Path part = Files.write(open().newPart(), new byte[1]);
    Path undescribed = Files.write(directory.resolve("0123"), new byte[1]);
    assertThat(open().find(KEY, null)).isEqualTo(stored);
    assertThat(part).doesNotExist();
    assertThat(undescribed).doesNotExist();
  }

  @Test
  void namesWhatItCannotRead() throws IOException {
    StoredArtifact stored = put(open(), "first");
    Path description = directory.resolve(stored.version().versionId() + ".properties");
    Files.delete(stored.file());
    assertThatThrownBy(this::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(description + " does not describe an artifact; delete it to go on without");
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> new ArtifactStore(file, clock))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read artifacts from " + file);
  }
}

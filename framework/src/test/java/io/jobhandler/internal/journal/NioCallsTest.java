package io.jobhandler.internal.journal;

import static io.jobhandler.internal.journal.Entries.BEGUN;
import static io.jobhandler.internal.journal.Journals.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NioCallsTest {
  @TempDir Path directory;

  @Test
  void asksTheFileSystemOfTheFolderForPermissions() throws IOException {
    assertThat(NioCalls.at(directory).posix())
        .isEqualTo(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    URI archive = URI.create("jar:" + directory.resolve("a.zip").toUri());
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      assertThat(NioCalls.at(zip.getPath("/")).posix()).isFalse();
    }
  }

  @Test
  void doesWithoutPermissionsAndForcedFoldersWhereThereAreNone() throws IOException {
    Path folder = directory.resolve("journal");
    NioCalls calls = new NioCalls(false);
    try (FileJournal journal = new FileJournal(folder, calls)) {
      done(journal.store(BEGUN));
      assertThat(done(journal.load()).entries()).containsExactly(BEGUN);
    }

    assertThat(calls.isOpenToOthers(folder)).isFalse();
    calls.forceDirectory(directory.resolve("nowhere"));
  }

  @Test
  void forcesAFolder() throws IOException {
    NioCalls calls = new NioCalls(true);
    calls.forceDirectory(directory);

    assertThatThrownBy(() -> calls.forceDirectory(directory.resolve("nowhere")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void doesNotFollowLinks() throws IOException {
    Path target = Files.writeString(directory.resolve("target"), "untouched");
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);
    NioCalls calls = new NioCalls(true);

    assertThat(calls.isFile(target)).isTrue();
    assertThat(calls.isFile(link)).isFalse();
    assertThatThrownBy(() -> calls.read(link, 10)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> calls.create(link).close()).isInstanceOf(IOException.class);
    assertThat(target).hasContent("untouched");
  }

  @Test
  void readsNoMoreThanItIsToldTo() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "0123456789");

    assertThat(new NioCalls(true).read(file, 4)).asString().isEqualTo("0123");
    assertThat(new NioCalls(true).read(file, 40)).asString().isEqualTo("0123456789");
  }

  @Test
  void givesUpALockThatItDidNotGet() throws IOException {
    NioCalls calls = new NioCalls(true);
    Path file = directory.resolve("lock");
    try (var first = calls.lock(file).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(calls.lock(file)).isEmpty();
    }

    calls.lock(file).orElseThrow().close();
  }
}

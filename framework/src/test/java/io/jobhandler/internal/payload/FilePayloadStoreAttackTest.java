package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jobhandler.payload.StoredPayload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other users of the device prepare the store's folder, or reach into it. */
class FilePayloadStoreAttackTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void needsPosix() {
    assumeTrue(
        temporary.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "the file system knows no POSIX permissions");
    folder = temporary.resolve("payloads");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> new FilePayloadStore(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the payload folder '%s' cannot be used: %s".formatted(folder, message));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.reduce((a, b) -> folder).orElseThrow();
    }
  }

  @Test
  void othersSeeNothing() throws IOException {
    Path parent = temporary.resolve("state");
    folder = parent.resolve("payloads");
    StoredPayload payload = new FilePayloadStore(folder).create("job-1", 1, "image", 3);

    assertThat(permissions(parent)).isEqualTo("rwx------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(onlyFile())).isEqualTo("rw-------");
    payload.sink().close();
    payload.commit();
    assertThat(permissions(onlyFile())).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx-w----", "rwx----w-", "rwxrwxrwx"})
  void aFolderThatOthersMayWriteToIsRefused(String permissions) throws IOException {
    permit(Files.createDirectory(folder), permissions);

    assertRefused("others may write to it (%s), expected rwx------".formatted(permissions));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwx------", "rwxr-x---", "rwxr-xr-x"})
  void aFolderThatOthersMayReadAtMostIsTaken(String permissions) throws IOException {
    permit(Files.createDirectory(folder), permissions);

    new FilePayloadStore(folder).create("job-1", 1, "image", 3);

    assertThat(permissions(onlyFile())).isEqualTo("rw-------");
  }

  @Test
  void aLinkToAFolderIsRefused() throws IOException {
    Path target = Files.createDirectory(temporary.resolve("elsewhere"));
    permit(target, "rwx------");
    Files.createSymbolicLink(folder, target);

    assertRefused("it is a symbolic link or a file, expected a folder");
  }

  @Test
  void aLinkToNothingIsRefused() throws IOException {
    Path target = temporary.resolve("elsewhere");
    Files.createSymbolicLink(folder, target);

    assertRefused("it is a symbolic link or a file, expected a folder");
    assertThat(target).doesNotExist();
  }

  @Test
  void aFileIsRefused() throws IOException {
    Files.createFile(folder);

    assertRefused("it is a symbolic link or a file, expected a folder");
  }

  @Test
  void aFolderOfAnotherUserIsRefused() throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    UserPrincipal nobody;
    try {
      nobody =
          temporary.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
      Files.setOwner(folder, nobody);
    } catch (IOException e) {
      assumeTrue(false, "only root may give a folder away: " + e);
      return;
    }

    String self = Files.getOwner(temporary).getName();
    assertRefused("it belongs to nobody, expected " + self);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aLinkInThePlaceOfALeftoverLosesNothing() throws IOException {
    Path victim = Files.writeString(temporary.resolve("victim"), "precious");
    new FilePayloadStore(folder);
    Path link = folder.resolve("job-1.1." + "0".repeat(32) + ".payload");
    Files.createSymbolicLink(link, victim);
    Path directory =
        Files.createDirectory(folder.resolve("job-1.1." + "1".repeat(32) + ".payload"));

    assertThat(new FilePayloadStore(folder)).isNotNull();

    assertThat(link).doesNotExist();
    assertThat(victim).hasContent("precious");
    assertThat(directory).exists();
  }

  @Test
  void aLinkInThePlaceOfAPartIsNotWrittenThrough() throws IOException {
    Path victim = Files.writeString(temporary.resolve("victim"), "precious");
    StoredPayload payload = new FilePayloadStore(folder).create("job-1", 1, "image", 3);
    Path part = onlyFile();
    Files.delete(part);
    Files.createSymbolicLink(part, victim);

    assertThatThrownBy(
            () -> {
              try (OutputStream out = payload.sink()) {
                out.write(1);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("symbolic links");
    assertThatThrownBy(payload::commit)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("symbolic links");
    assertThat(victim).hasContent("precious");
  }

  @Test
  void aLinkInThePlaceOfAPayloadIsNotReadThrough() throws IOException {
    Path other = Files.writeString(temporary.resolve("other"), "other");
    StoredPayload payload = new FilePayloadStore(folder).create("job-1", 1, "image", 3);
    payload.sink().close();
    payload.commit();
    Path whole = onlyFile();
    Files.delete(whole);
    Files.createSymbolicLink(whole, other);

    assertThatThrownBy(payload::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("symbolic links");
  }

  @Test
  void aFileInThePlaceOfANewOneIsNotTaken() throws IOException {
    PrivateFolder opened = PrivateFolder.open(folder);
    Path victim = Files.writeString(temporary.resolve("victim"), "precious");
    Files.createSymbolicLink(folder.resolve("a"), victim);
    Files.createSymbolicLink(folder.resolve("b"), temporary.resolve("nothing"));

    assertThatThrownBy(() -> opened.createFile("a")).isInstanceOf(FileSystemException.class);
    assertThatThrownBy(() -> opened.createFile("b")).isInstanceOf(FileSystemException.class);
    assertThat(victim).hasContent("precious");
    assertThat(temporary.resolve("nothing")).doesNotExist();
  }
}

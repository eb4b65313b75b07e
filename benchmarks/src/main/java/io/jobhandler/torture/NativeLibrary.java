package io.jobhandler.torture;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import software.amazon.awssdk.crt.CRT;

/**
 * The connection's native library in a folder, so that a process which is killed leaves no copy of
 * it behind.
 */
final class NativeLibrary {
  private NativeLibrary() {}

  static void extract(Path folder) throws IOException {
    String os = CRT.getOSIdentifier();
    String name = System.mapLibraryName("aws-crt-jni");
    String resource =
        "/%s/%s/%s/%s".formatted(os, CRT.getArchIdentifier(), CRT.getCRuntime(os), name);
    try (InputStream library = CRT.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new FileNotFoundException("there is no " + resource + " on the class path");
      }
      Files.createDirectories(folder);
      Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.starter.samples.pump.PumpApp;
import io.jobhandler.starter.testkit.AppProcess;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.crt.CRT;

/** The layout that docs/starter.md recommends: the native library lies beside the jars. */
class NativeLibraryTest {
  @TempDir Path folder;

  @Test
  void isNotExtractedWhereItLiesOnTheLibraryPath() throws Exception {
    Path library = extract(folder.resolve("native"));
    Path noTemporaryFolder = folder.resolve("none");
    try (LocalJobs service = LocalJobs.builder().start()) {
      service.createJob("job-1", "{\"operation\":\"pump\"}", "pump-17");
      DeviceFiles.of(folder, service)
          .with("handler-packages", "io.jobhandler.starter.samples.pump")
          .write();
      try (AppProcess app =
          AppProcess.Start.of(PumpApp.class, folder)
              .withJvmOptions(
                  "-Djava.library.path=" + library.getParent(),
                  "-Djava.io.tmpdir=" + noTemporaryFolder)
              .run()) {
        app.awaitLine("Pumping");
        app.say("1 litre");
        assertThat(service.whenTerminal("pump-17", "job-1").get(30, TimeUnit.SECONDS).status())
            .isEqualTo(ExecutionStatus.SUCCEEDED);
      }
    }
    assertThat(noTemporaryFolder).doesNotExist();
  }

  private static Path extract(Path target) throws Exception {
    String name = System.mapLibraryName("aws-crt-jni");
    String resource =
        "/%s/%s/%s/%s"
            .formatted(
                CRT.getOSIdentifier(),
                CRT.getArchIdentifier(),
                CRT.getCRuntime(CRT.getOSIdentifier()),
                name);
    Files.createDirectories(target);
    try (InputStream in = CRT.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), target.resolve(name));
    }
    return target.resolve(name);
  }
}

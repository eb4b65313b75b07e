package io.jobhandler.examples.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.JobRejectedException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceRestartHandlerTest {
  @TempDir private Path folder;

  private ServiceRestartHandler handler(String service, String... command) {
    return new ServiceRestartHandler(Map.of(service, new DeviceProgram(command)));
  }

  @Test
  void runsTheProgramOfTheService() throws Exception {
    Path restarted = folder.resolve("restarted");

    handler("pump", "/bin/touch", restarted.toString()).restart(new ServiceRestart("pump"));

    assertThat(restarted).exists();
  }

  @Test
  void rejectsAServiceThatTheDeviceDoesNotName() {
    assertThatExceptionOfType(JobRejectedException.class)
        .isThrownBy(() -> handler("pump", "/bin/false").restart(new ServiceRestart("pump; reboot")))
        .withMessage("'pump; reboot' is none of the services that can be restarted");
  }

  @Test
  void failsWhereTheProgramDoes() {
    assertThatExceptionOfType(ProgramFailedException.class)
        .isThrownBy(() -> handler("pump", "/bin/false").restart(new ServiceRestart("pump")));
  }
}

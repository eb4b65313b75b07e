package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is done where the app names no way to restart. */
class KernelRestartControlTest {
  private final KernelRestartControl control = new KernelRestartControl();

  @Test
  @EnabledOnOs(OS.LINUX)
  void theBootIsTheKernels() throws IOException {
    String kernels = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));

    assertThat(control.bootId())
        .isEqualTo(kernels.strip())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        .isEqualTo(new KernelRestartControl().bootId());
  }

  @Test
  void aRebootThatNothingCanMakeIsAnError() {
    try (LogCapture log = LogCapture.of(KernelRestartControl.class)) {
      control.reboot();
      assertThat(log.text()).contains("ERROR").contains("set a RestartControl on the");
    }
  }

  @Test
  void aRestartOfTheProcessIsLeftToWhoeverSupervisesIt() {
    try (LogCapture log = LogCapture.of(KernelRestartControl.class)) {
      control.restartProcess();
      assertThat(log.text()).contains("INFO").contains("the agent stops");
    }
  }
}

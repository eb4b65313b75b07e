package io.jobhandler.examples.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobRejectedException;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RestartCause;
import io.jobhandler.examples.config.ConfigUpdateHandler.Configured;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigUpdateHandlerTest {
  @TempDir Path folder;
  private final List<String> reported = new ArrayList<>();
  private ConfigFile file;
  private ConfigUpdateHandler handler;

  @BeforeEach
  void makeDevice() throws IOException {
    Files.createDirectory(folder.resolve("readings"));
    file = new ConfigFile(folder.resolve("config.json"));
    handler = new ConfigUpdateHandler(file, folder);
  }

  @Test
  void replacesTheConfigurationAndReportsProgress() throws Exception {
    Configured result = handler.update(update(1, "readings"), new Recorder(), context());

    assertThat(result).isEqualTo(new Configured(1));
    assertThat(file.read().version()).isEqualTo(1);
    assertThat(reported).containsExactly("10 writing", "30 applying", "100 observing");
  }

  @Test
  void takesTheChangeBackWhenTheDeviceDoesNotBearIt() throws Exception {
    handler.update(update(1, "readings"), new Recorder(), context());

    assertThatThrownBy(() -> handler.update(update(2, "missing"), new Recorder(), context()))
        .isInstanceOf(NotDirectoryException.class);
    assertThat(file.read().version()).isEqualTo(1);
  }

  @Test
  void takesTheChangeBackWhenItIsInterrupted() throws Exception {
    handler.update(update(1, "readings"), new Recorder(), context());

    ConfigUpdate observed = new ConfigUpdate(new DeviceConfig(2, 30, "readings"), 60);
    assertThatThrownBy(() -> handler.update(observed, new Interrupting(), context()))
        .isInstanceOf(InterruptedException.class);
    assertThat(file.read().version()).isEqualTo(1);
  }

  @Test
  void rejectsWhatIsNotNewer() throws Exception {
    handler.update(update(2, "readings"), new Recorder(), context());

    assertThatThrownBy(() -> handler.update(update(2, "readings"), new Recorder(), context()))
        .isInstanceOf(JobRejectedException.class)
        .hasMessage("version 2 is not newer than 2");
  }

  @Test
  void appliesAgainWhatWasCutOffBeforeItWasObserved() throws Exception {
    handler.update(update(1, "readings"), new Recorder(), context());
    TestJobContext first = context();
    Configured result = handler.update(update(2, "readings"), new Recorder(), first);
    reported.clear();

    assertThat(
            handler.update(
                update(2, "readings"),
                new Recorder(),
                first.nextAttempt(RestartCause.INTERRUPTION)))
        .isEqualTo(result);
    assertThat(reported).containsExactly("10 writing", "30 applying", "100 observing");
    file.rollBack();
    assertThat(file.read().version()).as("written once").isEqualTo(1);
  }

  @Test
  void aCancellationAfterAnInterruptionTakesTheChangeBackOnce() throws Exception {
    handler.update(update(1, "readings"), new Recorder(), context());
    TestJobContext cutOff = context();
    handler.update(update(2, "readings"), new Recorder(), cutOff);

    handler.takeBack(cutOff);
    assertThat(file.read().version()).isEqualTo(1);
    handler.takeBack(cutOff);
    assertThat(file.read().version()).isEqualTo(1);
  }

  @Test
  void aCancellationBeforeTheChangeTakesNothingBack() throws Exception {
    handler.update(update(1, "readings"), new Recorder(), context());
    handler.takeBack(context());

    assertThat(file.read().version()).isEqualTo(1);
  }

  private static TestJobContext context() {
    return TestJobContext.of("config_update");
  }

  private static ConfigUpdate update(int version, String dataFolder) {
    return new ConfigUpdate(new DeviceConfig(version, 30, dataFolder), null);
  }

  /** Interrupts the handler once its change is written, as its deadline would. */
  private static final class Interrupting implements ProgressReporter {
    @Override
    public void report(int percent) {
      report(percent, "");
    }

    @Override
    public void report(int percent, String step) {
      if (step.equals("applying")) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Recorder implements ProgressReporter {
    @Override
    public void report(int percent) {
      reported.add(Integer.toString(percent));
    }

    @Override
    public void report(int percent, String step) {
      reported.add(percent + " " + step);
    }
  }
}

package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.starter.settings.ConfigurationFault;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a setting and is none. */
class UnknownNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "thingname, did you mean jobhandler.thing-name?",
    "endpont, did you mean jobhandler.endpoint?",
    "step-timeot.firmware_update, did you mean jobhandler.step-timeout.*?",
    "step-timeout, did you mean jobhandler.step-timeout.*?",
    "trustanchor.release, did you mean jobhandler.trust-anchor.*?",
    "colour-of-the-pump, 'remove it, or see docs/starter.md for the settings there are'"
  })
  void inAFile(String name, String remedy) throws Exception {
    assertThat(Readings.faults(DeviceFiles.create(folder).with(name, "x"), Map.of()))
        .singleElement()
        .extracting(ConfigurationFault::key, ConfigurationFault::remedy)
        .containsExactly("jobhandler." + name, remedy);
  }

  @ParameterizedTest
  @CsvSource({
    "JOBHANDLER_THINGNAME, did you mean JOBHANDLER_THING_NAME?",
    "JOBHANDLER_STEP_TIMEOUTS_PUMP, did you mean JOBHANDLER_STEP_TIMEOUT_*?",
    "JOBHANDLER_PASSWORD, 'remove it, or see docs/starter.md for the settings there are'"
  })
  void inTheEnvironment(String variable, String remedy) throws Exception {
    List<ConfigurationFault> faults =
        Readings.faults(DeviceFiles.create(folder), Map.of(variable, "x"));
    assertThat(faults)
        .containsExactly(
            new ConfigurationFault(variable, "environment", "is no known setting", remedy));
  }

  @Test
  void theVariableThatNamesTheFileIsKnown() throws Exception {
    DeviceFiles device = DeviceFiles.create(folder);
    Map<String, String> environment = Map.of("JOBHANDLER_CONFIG", device.write().toString());
    assertThat(Readings.read(device, environment).settings().thingName()).isEqualTo("pump-17");
  }
}

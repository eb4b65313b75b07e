package io.jobhandler.starter.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.starter.settings.StarterSettings;
import io.jobhandler.starter.testkit.DeviceFiles;
import io.jobhandler.starter.testkit.Documentation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of docs/starter.md tells the settings as they are. */
class SettingsTableTest {
  @TempDir Path folder;

  @Test
  void listsTheKeysAndTheirExamples() throws IOException {
    List<SettingKey> keys = SettingKey.all().toList();
    assertThat(rows().stream().map(row -> row.get(0)))
        .containsExactlyElementsOf(keys.stream().map(SettingKey::key).toList());
    for (int i = 0; i < keys.size(); i++) {
      assertThat(keys.get(i).remedy()).endsWith("for example " + rows().get(i).get(3));
    }
  }

  @Test
  void listsTheDefaults() throws Exception {
    Map<String, String> documented =
        rows().stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(2)));
    StarterSettings settings = Readings.read(DeviceFiles.create(folder)).settings();
    JobAgentSettings agent = settings.agent();
    Map<SettingKey, Object> actual =
        Map.of(
            SettingKey.ENDPOINT, "port " + settings.connection().port(),
            SettingKey.DEFAULT_STEP_TIMEOUT, agent.defaultStepTimeout(),
            SettingKey.GRACE, agent.grace(),
            SettingKey.DRAIN_TIMEOUT, settings.drainTimeout(),
            SettingKey.PROGRESS_INTERVAL, agent.progressInterval(),
            SettingKey.UNKNOWN_OPERATIONS, agent.unknownOperations(),
            SettingKey.PUBLISHES_PER_SECOND, settings.client().publishesPerSecond(),
            SettingKey.REQUEST_TIMEOUT, settings.client().requestTimeout(),
            SettingKey.MAX_PAYLOAD_BYTES, settings.payloads().maxBytes());
    Map<SettingKey, Object> ofPayloads =
        Map.of(
            SettingKey.PAYLOAD_TIMEOUT, settings.payloads().timeout(),
            SettingKey.PAYLOAD_IDLE_TIMEOUT, settings.payloads().idleTimeout(),
            SettingKey.PAYLOAD_PLAIN_HTTP, settings.payloads().allowPlainHttp());
    Map<SettingKey, Object> ofAttempts =
        Map.of(
            SettingKey.MAX_CONCURRENT_EXECUTIONS, agent.maxConcurrentExecutions(),
            SettingKey.MAX_ATTEMPTS, agent.attempts().maxAttempts(),
            SettingKey.RETRY_BACKOFF, agent.attempts().backoff(),
            SettingKey.RESTART_TIMEOUT, agent.attempts().restartTimeout());
    Stream.of(actual, ofPayloads, ofAttempts)
        .forEach(
            defaults ->
                defaults.forEach(
                    (key, value) ->
                        assertThat(documented).containsEntry(key.key(), value.toString())));
  }

  @Test
  void theExampleIsAConfiguration() throws IOException {
    String example = Documentation.text().split("```properties\n", 2)[1].split("```", 2)[0];
    assertThat(example.lines().map(line -> line.split("=", 2)[0]))
        .isNotEmpty()
        .allMatch(name -> SettingKey.all().anyMatch(key -> key.covers(name)));
  }

  private static List<List<String>> rows() throws IOException {
    return Documentation.table("key");
  }
}

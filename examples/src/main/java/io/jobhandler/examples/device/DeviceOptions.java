package io.jobhandler.examples.device;

import io.jobhandler.spi.MqttConnection.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the device app is told on its command line, each as {@code --name=value}.
 *
 * @param endpoint host name of the MQTT endpoint
 * @param port its port
 * @param thingName the thing
 * @param tls the device's credentials
 * @param stateDirectory where the device keeps its configuration and journal
 * @param stepTimeout how long a job may take, as an ISO-8601 duration
 * @param progressInterval the least time between two reports of progress, as an ISO-8601 duration
 */
public record DeviceOptions(
    String endpoint,
    int port,
    String thingName,
    Tls tls,
    Path stateDirectory,
    Duration stepTimeout,
    Duration progressInterval) {

  /**
   * Reads a command line.
   *
   * @param args {@code --endpoint=… --port=… --thing=… --cert=… --key=… --ca=… --state=…
   *     --step-timeout=… --progress-interval=…}
   * @return the options
   * @throws IllegalArgumentException if one is missing
   */
  public static DeviceOptions parse(String... args) {
    Map<String, String> values = new HashMap<>();
    for (String arg : args) {
      List<String> parts = List.of(arg.split("=", 2));
      values.put(parts.get(0), parts.get(parts.size() - 1));
    }
    return new DeviceOptions(
        value(values, "--endpoint"),
        Integer.parseInt(value(values, "--port")),
        value(values, "--thing"),
        new Tls(
            Path.of(value(values, "--cert")),
            Path.of(value(values, "--key")),
            Path.of(value(values, "--ca"))),
        Path.of(value(values, "--state")),
        Duration.parse(value(values, "--step-timeout")),
        Duration.parse(value(values, "--progress-interval")));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("missing " + name + "=…");
    }
    return value;
  }
}

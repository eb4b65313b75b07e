package io.jobhandler.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of a table of values.
 *
 * @param property whose value it is
 * @param accepted whether it is one
 * @param json the value
 */
record SampledValue(String property, boolean accepted, String json) {

  static List<SampledValue> all(String table) throws IOException {
    return Files.readAllLines(Path.of("src", "test", "resources").resolve(table)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" ", 3))
        .map(parts -> new SampledValue(parts[0], parts[1].equals("+"), parts[2]))
        .toList();
  }
}

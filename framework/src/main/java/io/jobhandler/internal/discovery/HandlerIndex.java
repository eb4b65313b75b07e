package io.jobhandler.internal.discovery;

import io.jobhandler.spi.JobDispatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads the index that the annotation processor writes: one resource per compiled module. */
final class HandlerIndex {
  private HandlerIndex() {}

  static List<JobDispatcher<?>> read(ClassLoader loader) {
    return dispatcherNames(loader).stream().<JobDispatcher<?>>map(n -> make(n, loader)).toList();
  }

  private static NavigableSet<String> dispatcherNames(ClassLoader loader) {
    NavigableSet<String> names = new TreeSet<>();
    try {
      for (URL resource : Collections.list(loader.getResources(JobDispatcher.INDEX_RESOURCE))) {
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8))) {
          lines
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the handler index cannot be read", e);
    }
    return names;
  }

  private static JobDispatcher<?> make(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, true, loader);
      return (JobDispatcher<?>) type.getConstructor().newInstance();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          "%s cannot be made: its module must export or open its package to io.jobhandler.framework"
              .formatted(name),
          e);
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw new IllegalStateException(
          "the handler index names %s, which cannot be made; compile the handlers anew"
              .formatted(name),
          e);
    }
  }
}

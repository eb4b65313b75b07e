package io.jobhandler.processor;

import io.jobhandler.spi.JobDispatcher;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * The index file among the compiled classes.
 *
 * @param filer reaches the compiled classes
 */
record DispatcherIndex(Filer filer) {

  /** The entries that an earlier compilation left, none if there was none. */
  NavigableSet<String> read() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                filer
                    .getResource(StandardLocation.CLASS_OUTPUT, "", JobDispatcher.INDEX_RESOURCE)
                    .openInputStream(),
                StandardCharsets.UTF_8))) {
      NavigableSet<String> entries = new TreeSet<>();
      reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(entries::add);
      return entries;
    } catch (FileNotFoundException | NoSuchFileException e) {
      return new TreeSet<>();
    }
  }

  void write(NavigableSet<String> entries, Collection<? extends Element> origins)
      throws IOException {
    try (OutputStream output =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                "",
                JobDispatcher.INDEX_RESOURCE,
                origins.toArray(Element[]::new))
            .openOutputStream()) {
      for (String entry : entries) {
        output.write((entry + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}

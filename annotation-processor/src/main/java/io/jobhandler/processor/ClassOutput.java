package io.jobhandler.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * Texts among the compiled classes.
 *
 * @param filer reaches them
 */
record ClassOutput(Filer filer) {

  /** What this or an earlier compilation has written, none if neither has. */
  Optional<String> read(String name) throws IOException {
    try (InputStream input =
        filer.getResource(StandardLocation.CLASS_OUTPUT, "", name).openInputStream()) {
      return Optional.of(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void write(String name, String text, Collection<? extends Element> origins) throws IOException {
    try (OutputStream output =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", name, origins.toArray(Element[]::new))
            .openOutputStream()) {
      output.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}

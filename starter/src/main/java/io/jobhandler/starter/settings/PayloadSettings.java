package io.jobhandler.starter.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * How payloads are taken.
 *
 * @param trustAnchors the PEM files of the certificates whose signatures are believed, by alias
 * @param directory where a payload is kept while its job runs
 * @param maxBytes the most bytes a payload may have
 */
public record PayloadSettings(Map<String, Path> trustAnchors, Path directory, long maxBytes) {

  /** Copies the anchors. */
  public PayloadSettings {
    trustAnchors = Map.copyOf(trustAnchors);
  }
}

package io.jobhandler.payload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the device's configuration trusts, by alias. An app may bring its own, for instance
 * from a secure element. Called from several threads.
 */
@FunctionalInterface
public interface TrustAnchors {

  /** The alias of the anchor that holds where a handler names none. */
  String DEFAULT_ALIAS = "default";

  /**
   * Finds an anchor.
   *
   * @param alias what the handler calls it
   * @return the anchor; null where the device has none of this name, so that the payload is refused
   */
  @Nullable TrustAnchor find(String alias);

  /**
   * Reads anchors from files, now.
   *
   * @param files a PEM file by alias, each with one certificate or one public key
   * @return the anchors
   * @throws IllegalArgumentException if one of them is unfit, see {@link TrustAnchor#ofPemFile}
   * @throws java.io.UncheckedIOException if one of them cannot be read
   */
  static TrustAnchors ofPem(Map<String, Path> files) {
    List<TrustAnchor> anchors = new ArrayList<>();
    files.forEach((alias, file) -> anchors.add(TrustAnchor.ofPemFile(alias, file)));
    return of(anchors);
  }

  /**
   * Collects anchors.
   *
   * @param anchors the anchors, each with an alias of its own
   * @return the anchors
   * @throws IllegalArgumentException if two have the same alias
   */
  static TrustAnchors of(Collection<TrustAnchor> anchors) {
    Map<String, TrustAnchor> byAlias = new HashMap<>();
    for (TrustAnchor anchor : anchors) {
      if (byAlias.put(anchor.alias(), anchor) != null) {
        throw new IllegalArgumentException(
            "two trust anchors are called '%s', expected one".formatted(anchor.alias()));
      }
    }
    return byAlias::get;
  }

  /**
   * Trusts nobody, so that every payload is refused.
   *
   * @return no anchors
   */
  static TrustAnchors none() {
    return of(List.of());
  }
}

package io.jobhandler.localjobs;

import org.jspecify.annotations.Nullable;

/**
 * A request to the artifact endpoint, and how it was answered. Never holds the query, which may be
 * a signature. Immutable.
 *
 * @param method the HTTP method
 * @param path the path, as it came: percent-encoded
 * @param range the header {@code Range} as it came, null if there was none
 * @param status the HTTP status; it does not tell whether the body was sent to its end
 */
public record ArtifactRequest(String method, String path, @Nullable String range, int status) {}

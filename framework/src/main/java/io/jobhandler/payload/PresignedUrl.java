package io.jobhandler.payload;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A URL whose query gives access to whoever holds it. It shows itself without that query, whatever
 * prints it: a log, an exception, a record's {@code toString}. Immutable.
 */
public final class PresignedUrl {
  private final URI uri;

  private PresignedUrl(URI uri) {
    this.uri = uri;
  }

  /**
   * Reads a URL.
   *
   * @param text an absolute {@code http} or {@code https} URL with a host
   * @return the URL
   * @throws IllegalArgumentException if it is something else; the message does not repeat it
   */
  public static PresignedUrl of(String text) {
    URI uri = parse(text);
    if (uri == null || uri.getHost() == null || !isHttp(uri) || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "not a URL, expected https://host/path, without user information");
    }
    return new PresignedUrl(uri);
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null; // its message and its cause would repeat the URL
    }
  }

  private static boolean isHttp(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * The whole URL. Whoever takes it out of here must not print it.
   *
   * @return the URL with its query
   */
  public URI toSecretUri() {
    return uri;
  }

  /**
   * Whether it is protected by TLS.
   *
   * @return true for {@code https}
   */
  public boolean isHttps() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Two are equal if their whole URLs are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PresignedUrl url && uri.equals(url.uri);
  }

  @Override
  public int hashCode() {
    return uri.hashCode();
  }

  /** The URL without its query and fragment. */
  @Override
  public String toString() {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?...";
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath() + query;
  }
}

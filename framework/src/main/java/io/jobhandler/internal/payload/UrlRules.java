package io.jobhandler.internal.payload;

import io.jobhandler.payload.PresignedUrl;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which URLs payloads may come from. Over plain HTTP everyone on the way would read the query,
 * which opens the payload to them, so it has to stay on the device.
 *
 * @param plainHttp whether plain HTTP is allowed to all hosts; else to this device's own only
 */
public record UrlRules(boolean plainHttp) {
  /** Names are not looked up: a name may mean one host here and another to the HTTP client. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");

  /** TLS for all hosts but this device's own. */
  public static UrlRules strict() {
    return new UrlRules(false);
  }

  /**
   * Whether a payload may come from a URL.
   *
   * @param url the URL
   * @return false where it is to be refused
   */
  public boolean allow(PresignedUrl url) {
    return plainHttp || url.isHttps() || isLoopback(url.toSecretUri().getHost());
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}

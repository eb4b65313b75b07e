package io.jobhandler.internal.payload;

import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PresignedUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words that may be logged and reported. The HTTP client's own may repeat the
 * URL, and what the server said, which may repeat it too.
 */
final class FaultText {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_CAUSES = 4;

  /** Shorter values are words such as "host", which an innocent message may hold. */
  private static final int SHORTEST_SECRET = 8;

  private static final Pattern NOT_PRINTABLE = Pattern.compile("\\p{C}+");

  private FaultText() {}

  /** Tells of a failure and its causes, without what the URL's query consists of. */
  static String of(Throwable failure, PresignedUrl url) {
    List<String> parts = new ArrayList<>();
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      parts.add(one(cause, url));
      cause = cause.getCause();
    }
    String text = NOT_PRINTABLE.matcher(String.join("; ", parts)).replaceAll(" ");
    return text.substring(0, Math.min(text.length(), MAX_LENGTH));
  }

  private static String one(Throwable failure, PresignedUrl url) {
    String message = failure.getMessage();
    if (message == null || tells(message, url.toSecretUri().getRawQuery())) {
      return failure.getClass().getSimpleName();
    }
    return failure instanceof PayloadSourceException
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }

  private static boolean tells(String message, @Nullable String query) {
    return query != null
        && Arrays.stream(query.split("&", -1))
            .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
            .filter(value -> value.length() >= SHORTEST_SECRET)
            .anyMatch(value -> message.contains(value) || message.contains(decoded(value)));
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}

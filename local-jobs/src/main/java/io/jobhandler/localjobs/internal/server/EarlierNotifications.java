package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.internal.protocol.Outgoing;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The last notifications of the service, delivered or not, so that one can come again. */
final class EarlierNotifications {
  /** As many as a test may want to go back, and few enough for those who never do. */
  private static final int MOST = 64;

  private final Deque<Outgoing> latestFirst = new ArrayDeque<>();

  synchronized void add(Outgoing notification) {
    latestFirst.addFirst(notification);
    if (latestFirst.size() > MOST) {
      latestFirst.removeLast();
    }
  }

  /** The notification on a topic that is so many before the latest; null if it is not known. */
  synchronized @Nullable Outgoing find(String topic, int ago) {
    return latestFirst.stream()
        .filter(notification -> notification.topic().equals(topic))
        .skip(ago)
        .findFirst()
        .orElse(null);
  }
}

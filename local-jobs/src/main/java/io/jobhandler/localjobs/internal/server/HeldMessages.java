package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.internal.protocol.Outgoing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages that are to arrive late. Thread-safe, so that what is held can be dropped at once. */
final class HeldMessages {

  /** A message and the client that it is for. */
  record Held(String clientId, Outgoing message) {}

  private List<Held> untilReleased = new ArrayList<>();
  private final Map<String, Outgoing> untilOvertaken = new HashMap<>();

  synchronized void holdUntilReleased(String clientId, Outgoing message) {
    untilReleased.add(new Held(clientId, message));
  }

  synchronized List<Held> takeReleased() {
    List<Held> released = untilReleased;
    untilReleased = new ArrayList<>();
    return released;
  }

  /** Keeps a message until the next one to its client; false if another is kept already. */
  synchronized boolean holdUntilOvertaken(String clientId, Outgoing message) {
    return untilOvertaken.putIfAbsent(clientId, message) == null;
  }

  /** The message that was to be overtaken by one that went to the client now. */
  synchronized @Nullable Outgoing takeOvertaken(String clientId) {
    return untilOvertaken.remove(clientId);
  }

  synchronized void clear() {
    untilReleased.clear();
    untilOvertaken.clear();
  }
}

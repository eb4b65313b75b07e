package io.jobhandler.localjobs.internal.service;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Events in the order in which they happened, filled under the service's lock, emptied by one other
 * thread.
 */
final class Outbox {
  private final Queue<ServiceEvent> events = new ConcurrentLinkedQueue<>();

  void add(ServiceEvent event) {
    events.add(event);
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  void drainTo(Consumer<ServiceEvent> sink) {
    for (ServiceEvent event = events.poll(); event != null; event = events.poll()) {
      sink.accept(event);
    }
  }
}

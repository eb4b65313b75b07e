package io.jobhandler.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listeners to one kind of event; what one of them throws does not keep the others from hearing.
 */
final class Listeners<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

  Registration add(Consumer<? super T> listener) {
    // A wrapper of its own, so that a listener registered twice is taken back once at a time.
    Consumer<T> registered = listener::accept;
    listeners.add(registered);
    return () -> listeners.remove(registered);
  }

  void tell(T event) {
    for (Consumer<? super T> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        LOG.error("A listener to {} failed", event.getClass().getSimpleName(), e);
      }
    }
  }
}

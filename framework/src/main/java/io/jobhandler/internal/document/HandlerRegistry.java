package io.jobhandler.internal.document;

import io.jobhandler.internal.flow.HandlerBinding;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The handlers of a device by operation. Immutable once built. */
public final class HandlerRegistry {
  private final SortedMap<String, HandlerBinding<?>> byOperation = new TreeMap<>();

  /**
   * Adds the methods of a class.
   *
   * @param dispatcher calls them
   * @param handler the object that they are called on
   * @param <H> the class
   * @throws IllegalArgumentException if an operation has a handler already
   */
  public <H> void add(JobDispatcher<H> dispatcher, H handler) {
    for (HandlerMethod method : dispatcher.handlerMethods()) {
      HandlerBinding<?> other =
          byOperation.putIfAbsent(
              method.operation(), new HandlerBinding<>(method, dispatcher, handler));
      if (other != null) {
        throw new IllegalArgumentException(
            "operation '%s' has two handlers, %s and %s; give one of them another operation"
                .formatted(method.operation(), other.method().signature(), method.signature()));
      }
    }
  }

  @Nullable HandlerBinding<?> find(String operation) {
    return byOperation.get(operation);
  }

  /** The known operations, sorted. */
  public Collection<String> operations() {
    return Collections.unmodifiableSet(byOperation.keySet());
  }

  /** The handlers by operation, sorted. */
  public Map<String, HandlerBinding<?>> bindings() {
    return Collections.unmodifiableSortedMap(byOperation);
  }
}

package io.jobhandler.agent;

import io.jobhandler.internal.discovery.HandlerDiscovery;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.spi.JobDispatcher;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The objects that handler methods are called on.
 *
 * @param discovery finds the dispatchers for them
 * @param registry takes them
 */
record HandlerObjects(HandlerDiscovery discovery, HandlerRegistry registry) {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerObjects.class);

  HandlerObjects(HandlerDiscovery discovery) {
    this(discovery, new HandlerRegistry());
  }

  /** Adds an object that the app has made. */
  void add(Object handler) {
    add(handler.getClass(), handler);
  }

  private <T> void add(Class<T> type, Object handler) {
    add(discovery.find(type), type.cast(handler));
  }

  /** Adds an object for each handler class that is found. */
  void addAll(List<String> packages, HandlerFactory factory) {
    discovery.findAll(packages).forEach(dispatcher -> make(dispatcher, factory));
  }

  private <H> void make(JobDispatcher<H> dispatcher, HandlerFactory factory) {
    Class<H> type = dispatcher.handlerClass();
    Class<? extends H> instanceClass = dispatcher.instanceClass();
    add(
        dispatcher,
        instanceClass == type ? factory.create(type) : factory.create(type, instanceClass));
  }

  private <H> void add(JobDispatcher<H> dispatcher, H handler) {
    Class<? extends H> instanceClass = dispatcher.instanceClass();
    if (!instanceClass.isInstance(handler)) {
      LOG.warn(
          "The steps of {} are not reported, since the handler is no {}: make a new {}(...) in its"
              + " place, with Guice bind({}.class).to({}.class)",
          dispatcher.handlerClass().getName(),
          instanceClass.getName(),
          instanceClass.getSimpleName(),
          dispatcher.handlerClass().getSimpleName(),
          instanceClass.getSimpleName());
    }
    registry.add(dispatcher, handler);
  }
}

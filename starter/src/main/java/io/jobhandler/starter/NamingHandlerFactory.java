package io.jobhandler.starter;

import io.jobhandler.JobHandler;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.spi.HandlerFactory;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which handler could not be made, and remembers the operations of those that were. */
final class NamingHandlerFactory implements HandlerFactory {
  private static final Logger LOG = LoggerFactory.getLogger(NamingHandlerFactory.class);

  private final HandlerFactory factory;
  private final SortedSet<String> operations = new TreeSet<>();

  NamingHandlerFactory(HandlerFactory factory) {
    this.factory = factory;
  }

  @Override
  public <H> H create(Class<H> handlerClass) {
    return create(handlerClass, () -> factory.create(handlerClass));
  }

  @Override
  public <H> H create(Class<H> handlerClass, Class<? extends H> instanceClass) {
    return create(handlerClass, () -> factory.create(handlerClass, instanceClass));
  }

  private <H> H create(Class<H> handlerClass, Supplier<H> maker) {
    for (Method method : handlerClass.getDeclaredMethods()) {
      JobHandler annotation = method.getAnnotation(JobHandler.class);
      if (annotation != null) {
        operations.add(annotation.operation());
      }
    }
    try {
      return maker.get();
    } catch (RuntimeException e) {
      throw new AgentSetupException(
          "The handler %s cannot be made: %s".formatted(handlerClass.getName(), e.getMessage()), e);
    }
  }

  /** A fleet may share a file, so a setting for an operation of other devices is no fault. */
  void warnOfOthers(JobAgentSettings settings) {
    warnOfOthers("step-timeout", settings.stepTimeouts());
    warnOfOthers("max-attempts", settings.attempts().maxAttemptsByOperation());
    warnOfOthers("on-interrupt", settings.attempts().onInterrupt());
  }

  private void warnOfOthers(String family, Map<String, ?> configured) {
    configured.keySet().stream()
        .filter(operation -> !operations.contains(operation))
        .forEach(
            operation ->
                LOG.warn(
                    "jobhandler.{}.{} is for an operation that no handler has; there are {}",
                    family,
                    operation,
                    operations));
  }
}

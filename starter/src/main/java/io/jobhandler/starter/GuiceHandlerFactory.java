package io.jobhandler.starter;

import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import io.jobhandler.spi.HandlerFactory;
import java.util.Collection;
import java.util.stream.Collectors;

/** Lets Guice make handlers and what they need. */
final class GuiceHandlerFactory implements HandlerFactory {
  private static final String REMEDY =
      "; bind what is missing in a module that is passed to JobHandlerApp.run or named in"
          + " META-INF/services/com.google.inject.Module";

  private final Injector injector;

  GuiceHandlerFactory(Injector injector) {
    this.injector = injector;
  }

  /** What the app has bound is taken as it is. */
  @Override
  public <H> H create(Class<H> handlerClass, Class<? extends H> instanceClass) {
    return injector.getExistingBinding(Key.get(handlerClass)) == null
        ? create(instanceClass)
        : create(handlerClass);
  }

  @Override
  public <H> H create(Class<H> handlerClass) {
    try {
      return injector.getInstance(handlerClass);
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(describe(e.getErrorMessages()) + REMEDY, e);
    } catch (ProvisionException e) {
      throw new IllegalArgumentException(describe(e.getErrorMessages()), e);
    }
  }

  /** The first line of each message: the rest is for those who know Guice, and is in the log. */
  static String describe(Collection<Message> messages) {
    return messages.stream()
        .map(message -> message.getMessage().lines().findFirst().orElse(""))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}

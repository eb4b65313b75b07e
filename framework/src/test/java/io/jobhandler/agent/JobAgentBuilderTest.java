package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.agent.found.FoundHandlers;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.testkit.ScriptedTransport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an agent's handlers come from. */
class JobAgentBuilderTest {
  private static final String FOUND = "io.jobhandler.agent.found";

  private final JobAgentBuilder builder =
      JobAgent.builder("pump-17").transport(new ScriptedTransport()).journalInMemory();

  /** Makes handlers and remembers what it was asked for. */
  private static final class Factory implements HandlerFactory {
    private final List<Class<?>> asked = new ArrayList<>();

    @Override
    public <H> H create(Class<H> handlerClass) {
      asked.add(handlerClass);
      return handlerClass.cast(new FoundHandlers());
    }
  }

  @Test
  void theFactoryMakesTheHandlersThatAreFound() {
    Factory factory = new Factory();
    builder.discoverHandlers(factory, FOUND).build().close();

    assertThat(factory.asked).containsExactly(FoundHandlers.class);
  }

  @Test
  void anAgentWithoutAContextClassLoaderFindsItsHandlersToo() {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    Factory factory = new Factory();
    thread.setContextClassLoader(null);
    try {
      builder.discoverHandlers(factory, FOUND).build().close();
    } finally {
      thread.setContextClassLoader(context);
    }

    assertThat(factory.asked).containsExactly(FoundHandlers.class);
  }

  @Test
  void refusesToHaveNoHandlerAtAll() {
    assertThatThrownBy(
            () -> builder.discoverHandlers(new Factory(), "io.jobhandler.nowhere").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no handler is known; call handlers(Object...) or discoverHandlers(HandlerFactory)");
  }

  @Test
  void refusesTwoHandlersForOneOperation() {
    assertThatThrownBy(() -> builder.handlers(new TestHandlers(), new TestHandlers()).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("operation 'block' has two handlers");
  }
}

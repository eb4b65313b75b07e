package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobResult;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HandlerRegistryTest {
  private final HandlerRegistry registry = new HandlerRegistry();

  private static JobDispatcher<Object> dispatcher(String... operations) {
    return Handlers.dispatcher(
        invocation -> JobResult.succeeded(),
        Arrays.stream(operations)
            .map(operation -> Handlers.method(operation, null))
            .toArray(HandlerMethod[]::new));
  }

  @Test
  void listsOperationsSorted() {
    registry.add(dispatcher("c", "a"), new Object());
    registry.add(dispatcher("b"), new Object());

    assertThat(registry.operations()).containsExactly("a", "b", "c");
    assertThat(registry.bindings()).containsOnlyKeys("a", "b", "c");
    assertThat(registry.find("d")).isNull();
  }

  @Test
  void namesBothHandlersOfAnOperation() {
    registry.add(dispatcher("a"), new Object());

    assertThatThrownBy(() -> registry.add(dispatcher("b", "a"), new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "operation 'a' has two handlers, Handlers.a() and Handlers.a();"
                + " give one of them another operation");
  }

  @Test
  void hidesItsState() {
    registry.add(dispatcher("a"), new Object());

    assertThatThrownBy(() -> registry.operations().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> registry.bindings().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}

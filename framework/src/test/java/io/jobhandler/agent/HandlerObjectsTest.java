package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.internal.discovery.HandlerDiscovery;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.testkit.LogCapture;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which objects handlers with steps are called on. */
class HandlerObjectsTest {
  /** Handlers with steps. */
  public static class Rollout {}

  /** What the annotation processor writes for the steps. */
  public static final class RolloutSteps extends Rollout {}

  /** What the annotation processor writes for the handlers. */
  public static final class Dispatcher implements JobDispatcher<Rollout> {
    /** As the index wants it. */
    public Dispatcher() {}

    @Override
    public Class<Rollout> handlerClass() {
      return Rollout.class;
    }

    @Override
    public Class<RolloutSteps> instanceClass() {
      return RolloutSteps.class;
    }

    @Override
    public List<HandlerMethod> handlerMethods() {
      return List.of(HandlerMethod.of("rollout", null, "", "Rollout.install()"));
    }

    @Override
    public JobResult dispatch(String operation, Rollout handler, JobInvocation invocation) {
      return JobResult.succeeded();
    }
  }

  /** Makes what it is asked for. */
  private static class Factory implements HandlerFactory {
    final List<Class<?>> asked = new ArrayList<>();

    @Override
    public <H> H create(Class<H> handlerClass) {
      asked.add(handlerClass);
      try {
        return handlerClass.getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("it has a public constructor", e);
      }
    }
  }

  @TempDir Path root;
  private URLClassLoader loader;
  private HandlerObjects objects;

  @BeforeEach
  void index() throws IOException {
    Path file = root.resolve(JobDispatcher.INDEX_RESOURCE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, Dispatcher.class.getName() + "\n");
    URL[] urls = {root.toUri().toURL()};
    loader = new URLClassLoader(urls, HandlerObjectsTest.class.getClassLoader());
    objects = new HandlerObjects(new HandlerDiscovery(loader));
  }

  @AfterEach
  void closeLoader() throws IOException {
    loader.close();
  }

  private Object handler() {
    return objects.registry().bindings().values().iterator().next().handler();
  }

  @Test
  void aFactoryMakesTheClassThatReportsTheSteps() {
    Factory factory = new Factory();
    objects.addAll(List.of(), factory);

    assertThat(factory.asked).containsExactly(RolloutSteps.class);
    assertThat(handler()).isInstanceOf(RolloutSteps.class);
  }

  @Test
  void anObjectOfTheClassThatReportsTheStepsIsFound() {
    RolloutSteps steps = new RolloutSteps();
    try (LogCapture log = LogCapture.of(HandlerObjects.class, HandlerDiscovery.class)) {
      objects.add(steps);

      assertThat(log.text()).isEmpty();
    }
    assertThat(handler()).isSameAs(steps);
  }

  @Test
  void anObjectOfTheHandlerClassIsCalledWithoutItsSteps() {
    try (LogCapture log = LogCapture.of(HandlerObjects.class)) {
      objects.add(new Rollout());

      assertThat(log.text().lines()).singleElement().asString().contains("WARN", warning());
    }
    assertThat(handler()).isExactlyInstanceOf(Rollout.class);
  }

  @Test
  void aFactoryMayFindAnObjectOfTheHandlerClass() {
    Factory finds =
        new Factory() {
          @Override
          public <H> H create(Class<H> handlerClass, Class<? extends H> instanceClass) {
            return create(handlerClass);
          }
        };
    try (LogCapture log = LogCapture.of(HandlerObjects.class)) {
      objects.addAll(List.of(), finds);

      assertThat(log.text().lines()).singleElement().asString().contains("WARN", warning());
    }
    assertThat(handler()).isExactlyInstanceOf(Rollout.class);
  }

  private static String warning() {
    return "The steps of %s are not reported, since the handler is no %s: make a new RolloutSteps(...) in its place, with Guice bind(Rollout.class).to(RolloutSteps.class)"
        .formatted(Rollout.class.getName(), RolloutSteps.class.getName());
  }
}

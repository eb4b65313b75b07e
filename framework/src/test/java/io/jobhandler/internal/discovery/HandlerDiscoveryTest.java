package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.discovery.sample.IndexedDispatcher;
import io.jobhandler.internal.discovery.sample.IndexedHandlers;
import io.jobhandler.internal.discovery.sample.PlainHandlers;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerDiscoveryTest {
  private static final String SAMPLES = "io.jobhandler.internal.discovery.sample";

  @TempDir Path root;

  /** A loader that finds an index before the class path. */
  private URLClassLoader loader(String index) throws IOException {
    Path file = root.resolve(JobDispatcher.INDEX_RESOURCE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, index);
    URL[] urls = {root.toUri().toURL()};
    return new URLClassLoader(urls, HandlerDiscoveryTest.class.getClassLoader());
  }

  private static List<String> operations(List<JobDispatcher<?>> dispatchers) {
    return dispatchers.stream()
        .flatMap(dispatcher -> dispatcher.handlerMethods().stream())
        .map(HandlerMethod::operation)
        .toList();
  }

  @Test
  void scansTheGivenPackagesWhereThereIsNoIndex() throws IOException {
    try (URLClassLoader loader = loader("")) {
      HandlerDiscovery discovery = new HandlerDiscovery(loader);

      assertThat(operations(discovery.findAll(List.of(SAMPLES))))
          .containsExactly("hidden", "plain");
      assertThat(discovery.findAll(List.of("io.jobhandler.spi"))).isEmpty();
    }
  }

  @Test
  void readsTheIndexAndDoesNotScan() throws IOException {
    String index =
        """
        # generated

          %s.IndexedDispatcher\s
        %s.IndexedDispatcher
        """
            .formatted(SAMPLES, SAMPLES);
    try (URLClassLoader loader = loader(index)) {
      HandlerDiscovery discovery = new HandlerDiscovery(loader);

      assertThat(discovery.findAll(List.of(SAMPLES)))
          .hasExactlyElementsOfTypes(IndexedDispatcher.class);
      assertThat(discovery.find(IndexedHandlers.class)).isInstanceOf(IndexedDispatcher.class);
    }
  }

  @Test
  void callsAClassThatIsNotInTheIndexByReflection() throws IOException {
    try (URLClassLoader loader = loader(SAMPLES + ".IndexedDispatcher\n")) {
      JobDispatcher<? super PlainHandlers> found =
          new HandlerDiscovery(loader).find(PlainHandlers.class);

      assertThat(found).isInstanceOf(ReflectiveDispatcher.class);
      assertThat(found.handlerClass()).isEqualTo(PlainHandlers.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.Removed", SAMPLES + ".PlainHandlers", "java.util.List"})
  void saysWhatToDoAboutAnIndexThatIsStale(String name) throws IOException {
    try (URLClassLoader loader = loader(name)) {
      assertThatThrownBy(() -> new HandlerDiscovery(loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the handler index names %s, which cannot be made; compile the handlers anew", name);
    }
  }

  @Test
  void saysWhatToDoAboutADispatcherThatIsHidden() throws IOException {
    try (URLClassLoader loader = loader(SAMPLES + ".UnusableDispatcher")) {
      assertThatThrownBy(() -> new HandlerDiscovery(loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("must export or open its package to io.jobhandler.framework");
    }
  }

  @Test
  void refusesAClassWithoutHandlers() throws IOException {
    try (URLClassLoader loader = loader("")) {
      assertThatThrownBy(() -> new HandlerDiscovery(loader).find(String.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("java.lang.String declares no @JobHandler method");
    }
  }
}

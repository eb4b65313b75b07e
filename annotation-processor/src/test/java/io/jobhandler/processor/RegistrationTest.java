package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  @Test
  void compilersFindBothProcessors() {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .contains(DispatcherProcessor.class, DispatcherIndexProcessor.class);
  }

  @Test
  void gradleKnowsHowToRunThemIncrementally() throws IOException {
    try (InputStream input =
        getClass().getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(input).isNotNull();
      assertThat(new String(input.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(
              DispatcherProcessor.class.getName() + ",isolating",
              DispatcherIndexProcessor.class.getName() + ",aggregating");
    }
  }
}

package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport;
import io.jobhandler.starter.internal.config.Configuration;
import io.jobhandler.starter.internal.config.ConfigurationReader;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import io.jobhandler.starter.testkit.DeviceFiles;
import io.jobhandler.starter.testkit.TestAuthority;
import io.jobhandler.starter.testkit.TestKeys;
import io.jobhandler.starter.testkit.TlsServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint of another authority that is slow to answer. */
class EndpointCheckTest {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  @TempDir Path folder;

  private TlsServer server;
  private Path configurationFile;

  @BeforeEach
  void makeEndpoint() throws Exception {
    KeyPair keys = TestKeys.ec();
    server =
        new TlsServer(keys, new TestAuthority("stranger").issue(keys.getPublic(), "localhost"));
    configurationFile =
        DeviceFiles.create(folder)
            .with("endpoint", "localhost:" + server.port())
            .with("handler-packages", "io.jobhandler.starter.samples.timed")
            .write();
  }

  @AfterEach
  void closeEndpoint() throws Exception {
    server.close();
  }

  @Test
  void isRefusedWhenItAnswers() throws Exception {
    Configuration configuration = reader().read(configurationFile.toString());
    EndpointCheck check = new EndpointCheck(configuration, PATIENCE);
    List<String> warnings = new ArrayList<>();
    check.finish(warnings::add);
    assertThat(warnings).singleElement().asString().contains("no answer within PT0.1S");
    CompletableFuture<InvalidConfigurationException> refusal = check.lateRefusal();
    assertThat(refusal).isNotDone();
    server.start();
    assertThat(refusal.get(30, TimeUnit.SECONDS)).hasMessageContaining("jobhandler.ca-file (");
  }

  @Test
  void endsAnAppThatHasGoneOn() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);
    AppRun run =
        new AppRun(
            new GuiceAgents(List.of(transport(new Opening(server)))),
            reader(),
            PATIENCE,
            print,
            print);
    assertThat(run.run("--config", configurationFile.toString())).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("jobhandler.ca-file (");
  }

  private ConfigurationReader reader() {
    return new ConfigurationReader(
        Map.of(), folder, EndpointCheckTest.class.getClassLoader(), Clock.systemUTC());
  }

  private static Module transport(MqttTransport transport) {
    return new AbstractModule() {
      @Override
      protected void configure() {
        Multibinder.newSetBinder(binder(), AgentCustomizer.class)
            .addBinding()
            .toInstance(builder -> builder.transport(transport));
      }
    };
  }

  /** Never connects, but has the endpoint answer once the agent tries to. */
  private record Opening(TlsServer server) implements MqttTransport {
    @Override
    public void start(Listener listener) {
      server.start();
    }

    @Override
    public CompletableFuture<List<SubscriptionResult>> subscribe(List<Subscription> filters) {
      return new CompletableFuture<>();
    }

    @Override
    public CompletableFuture<Void> publish(String topic, byte[] payload, MqttQos qos) {
      return new CompletableFuture<>();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}

package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.Multibinder;
import io.jobhandler.agent.JobAgent;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.starter.internal.config.ConfigurationReader;
import io.jobhandler.starter.samples.pump.Pump;
import io.jobhandler.starter.settings.StarterSettings;
import io.jobhandler.starter.testkit.DeviceFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that Guice makes of settings. */
class JobHandlerModuleTest {
  private static final String SAMPLES = "io.jobhandler.starter.samples.";

  @TempDir Path folder;

  @Test
  void bindsOneAgentAndItsSettings() throws Exception {
    StarterSettings settings =
        settings(DeviceFiles.create(folder).with("handler-packages", SAMPLES + "timed"));
    Injector injector = Guice.createInjector(new JobHandlerModule(settings));
    assertThat(injector.getInstance(StarterSettings.class)).isSameAs(settings);
    try (JobAgent agent = injector.getInstance(JobAgent.class)) {
      assertThat(injector.getInstance(JobAgent.class)).isSameAs(agent);
    }
  }

  @Test
  void configurationBeatsTheAnnotationWhichBeatsTheDefault() throws Exception {
    try (LocalJobs service = LocalJobs.builder().start()) {
      StarterSettings settings =
          settings(
              DeviceFiles.of(folder, service)
                  .with("handler-packages", SAMPLES + "timed")
                  .with("default-step-timeout", "PT10M")
                  .with("step-timeout.both", "PT30M"));
      try (JobAgent agent = agent(settings)) {
        agent.start().get(30, TimeUnit.SECONDS);
        assertThat(minutes(service, "both")).isEqualTo("30");
        assertThat(minutes(service, "annotated")).isEqualTo("20");
        assertThat(minutes(service, "neither")).isEqualTo("10");
      }
    }
  }

  private static String minutes(LocalJobs service, String operation) throws Exception {
    service.createJob(operation, "{\"operation\":\"" + operation + "\"}", "pump-17");
    JobExecution end = service.whenTerminal("pump-17", operation).get(30, TimeUnit.SECONDS);
    return end.statusDetails().getOrDefault("minutes", end.toString());
  }

  @Test
  void customizersComeLast() throws Exception {
    StarterSettings settings =
        settings(DeviceFiles.create(folder).with("handler-packages", SAMPLES + "timed"));
    Module customized =
        new AbstractModule() {
          @Override
          protected void configure() {
            Multibinder.newSetBinder(binder(), AgentCustomizer.class)
                .addBinding()
                .toInstance(builder -> builder.journalInMemory());
          }
        };
    agent(settings, customized).close();
    assertThat(settings.journalDirectory()).doesNotExist();
  }

  @Test
  void whatOtherModulesBindGoesIntoTheAgent() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    Module bound =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(RestartControl.class).toInstance(new NamedBoot(asked));
            Multibinder.newSetBinder(binder(), JobGate.class)
                .addBinding()
                .toInstance(
                    job -> {
                      asked.add("gate for " + job.jobId());
                      return Optional.empty();
                    });
          }
        };
    try (LocalJobs service = LocalJobs.builder().start()) {
      StarterSettings settings =
          settings(DeviceFiles.of(folder, service).with("handler-packages", SAMPLES + "timed"));
      try (JobAgent agent = agent(settings, bound)) {
        agent.start().get(30, TimeUnit.SECONDS);
        minutes(service, "neither");
      }
    }
    assertThat(asked).contains("gate for neither");
  }

  private record NamedBoot(List<String> asked) implements RestartControl {
    @Override
    public String bootId() {
      asked.add("boot");
      return "boot-1";
    }

    @Override
    public void reboot() {
      asked.add("reboot");
    }

    @Override
    public void restartProcess() {
      asked.add("restart");
    }
  }

  @Test
  void namesTheHandlerThatThrows() throws Exception {
    StarterSettings settings =
        settings(DeviceFiles.create(folder).with("handler-packages", SAMPLES + "faulty"));
    assertThatExceptionOfType(ProvisionException.class)
        .isThrownBy(() -> agent(settings))
        .havingCause()
        .withMessageContaining("The handler io.jobhandler.starter.samples.faulty.FaultyHandler")
        .withMessageContaining("the valve is stuck");
  }

  @Test
  void refusesToDoNothing() throws Exception {
    StarterSettings settings =
        settings(DeviceFiles.create(folder).with("handler-packages", "com.example.none"));
    assertThatExceptionOfType(AgentSetupException.class)
        .isThrownBy(() -> new GuiceAgents(List.of()).make(settings, builder -> {}))
        .withMessageContaining("The agent cannot be made: no handler is known");
  }

  @Test
  void namesModulesThatDoNotFitTogether() throws Exception {
    StarterSettings settings = settings(DeviceFiles.create(folder));
    Module pump =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Pump.class).toInstance(() -> "");
          }
        };
    Module other =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Pump.class).toInstance(() -> "another");
          }
        };
    assertThatExceptionOfType(AgentSetupException.class)
        .isThrownBy(() -> new GuiceAgents(List.of(pump, other)).make(settings, builder -> {}))
        .withMessageStartingWith("The Guice modules do not fit together: ")
        .withMessageContaining("Pump");
  }

  @Test
  void worksWithoutGuice() throws Exception {
    StarterSettings settings =
        settings(DeviceFiles.create(folder).with("handler-packages", SAMPLES + "faulty"));
    assertThatExceptionOfType(AgentSetupException.class)
        .isThrownBy(() -> Agents.build(settings, new NoHandlers(), List.of()))
        .withMessage("The handler %sfaulty.FaultyHandler cannot be made: no valve here", SAMPLES);
  }

  private static final class NoHandlers implements HandlerFactory {
    @Override
    public <H> H create(Class<H> handlerClass) {
      throw new IllegalArgumentException("no valve here");
    }
  }

  private static JobAgent agent(StarterSettings settings, Module... more) {
    List<Module> modules = new ArrayList<>(List.of(more));
    modules.add(new JobHandlerModule(settings));
    return Guice.createInjector(modules).getInstance(JobAgent.class);
  }

  private static StarterSettings settings(DeviceFiles device) throws Exception {
    return new ConfigurationReader(
            Map.of(),
            device.folder(),
            JobHandlerModuleTest.class.getClassLoader(),
            Clock.systemUTC())
        .read(device.write().toString())
        .settings();
  }
}

package io.jobhandler.starter;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.jobhandler.agent.JobAgent;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.RestartControl;
import io.jobhandler.starter.settings.StarterSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Binds the {@link JobAgent}, one for the injector, with the handlers of the index, and the {@link
 * StarterSettings} that it is made of. Guice makes the handlers and what they need.
 *
 * <p>What other modules bind of these goes into the agent: a {@link RestartControl}; gates, with a
 * {@code Multibinder<JobGate>}; customizers, with a {@code Multibinder<AgentCustomizer>}, which
 * come last.
 */
public final class JobHandlerModule extends AbstractModule {
  private final StarterSettings settings;
  private final AgentCustomizer first;

  /**
   * Makes a module.
   *
   * @param settings what the agent is set to
   */
  public JobHandlerModule(StarterSettings settings) {
    this(settings, builder -> {});
  }

  JobHandlerModule(StarterSettings settings, AgentCustomizer first) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.first = first;
  }

  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), RestartControl.class);
    Multibinder.newSetBinder(binder(), JobGate.class);
    Multibinder.newSetBinder(binder(), AgentCustomizer.class);
    Provider<Injector> injector = getProvider(Injector.class);
    Provider<Optional<RestartControl>> restartControl = getProvider(new Key<>() {});
    Provider<Set<JobGate>> gates = getProvider(new Key<>() {});
    Provider<Set<AgentCustomizer>> customizers = getProvider(new Key<>() {});
    bind(StarterSettings.class).toInstance(settings);
    bind(JobAgent.class)
        .toProvider(
            () -> {
              List<AgentCustomizer> all = new ArrayList<>();
              all.add(first);
              restartControl
                  .get()
                  .ifPresent(control -> all.add(builder -> builder.restartControl(control)));
              gates.get().forEach(gate -> all.add(builder -> builder.gate(gate)));
              all.addAll(customizers.get());
              return Agents.build(settings, new GuiceHandlerFactory(injector.get()), all);
            })
        .in(Singleton.class);
  }
}

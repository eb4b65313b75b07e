package io.jobhandler.starter;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import io.jobhandler.agent.JobAgent;
import io.jobhandler.starter.settings.StarterSettings;
import java.util.Objects;
import java.util.Set;

/**
 * Binds the {@link JobAgent}, one for the injector, with the handlers of the index, and the {@link
 * StarterSettings} that it is made of. Guice makes the handlers and what they need.
 */
public final class JobHandlerModule extends AbstractModule {
  private final StarterSettings settings;

  /**
   * Makes a module.
   *
   * @param settings what the agent is set to
   */
  public JobHandlerModule(StarterSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), AgentCustomizer.class);
    Provider<Injector> injector = getProvider(Injector.class);
    Provider<Set<AgentCustomizer>> customizers = getProvider(new Key<>() {});
    bind(StarterSettings.class).toInstance(settings);
    bind(JobAgent.class)
        .toProvider(
            () ->
                Agents.build(settings, new GuiceHandlerFactory(injector.get()), customizers.get()))
        .in(Singleton.class);
  }
}

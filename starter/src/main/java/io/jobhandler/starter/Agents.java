package io.jobhandler.starter;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.agent.JobAgentBuilder;
import io.jobhandler.payload.TrustAnchors;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.starter.settings.StarterSettings;
import java.io.UncheckedIOException;

/** Makes an agent of settings. */
final class Agents {
  /** Makes the agent that an app runs. */
  @FunctionalInterface
  interface Maker {
    /**
     * Makes an agent.
     *
     * @param settings what it is set to
     * @param customizer the app's run, which comes before those of the app
     * @throws AgentSetupException if it cannot be made
     */
    JobAgent make(StarterSettings settings, AgentCustomizer customizer);
  }

  private Agents() {}

  static JobAgent build(
      StarterSettings settings, HandlerFactory factory, Iterable<AgentCustomizer> customizers) {
    NamingHandlerFactory handlers = new NamingHandlerFactory(factory);
    try {
      JobAgentBuilder builder = builder(settings, handlers);
      customizers.forEach(customizer -> customizer.customize(builder));
      JobAgent agent = builder.build();
      handlers.warnOfOthers(settings.agent());
      return agent;
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      throw new AgentSetupException("The agent cannot be made: " + e.getMessage(), e);
    }
  }

  private static JobAgentBuilder builder(StarterSettings settings, HandlerFactory handlers) {
    return JobAgent.builder(settings.thingName())
        .restartControl(new SupervisedRestart())
        .connection(settings.connection())
        .journalDirectory(settings.journalDirectory())
        .trustAnchors(TrustAnchors.ofPem(settings.trustAnchors()))
        .payloadDirectory(settings.payloadDirectory())
        .payloadSettings(settings.payloads())
        .settings(settings.agent())
        .clientSettings(settings.client())
        .discoverHandlers(handlers, settings.handlerPackages().toArray(String[]::new));
  }
}
